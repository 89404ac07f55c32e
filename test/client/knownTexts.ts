/** Texts as ECS, its agent, Docker or containerd write them, by the explanation that they get. */
export const knownTexts: Readonly<Record<string, readonly string[]>> = {
  "image-not-found": [
    "container app: CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/library/nope:1: docker.io/library/nope:1: not found",
    "CannotPullContainerError: Error response from daemon: manifest unknown: Requested image not found",
    "CannotPullImageManifestError: Error response from daemon: no such manifest",
  ],
  "image-platform": [
    "CannotPullContainerError: image Manifest does not contain descriptor matching platform 'linux/amd64'",
    "exec /usr/local/bin/docker-entrypoint.sh: exec format error",
  ],
  "image-pull-rate": [
    "CannotPullContainerError: inspect image has been retried 5 time(s): httpReadSeeker: failed open: unexpected status code 429 Too Many Requests - toomanyrequests: You have reached your pull rate limit.",
  ],
  "image-unreachable": [
    "CannotPullContainerError: inspect image has been retried 5 time(s): failed to do request: Head https://registry-1.docker.io/v2/library/nginx/manifests/latest: dial tcp 3.216.34.172:443: i/o timeout",
    "CannotPullContainerError: The task cannot pull 123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1 from Amazon ECR. There is a connection issue between the task and Amazon ECR. Check your task network configuration.",
    "CannotPullContainerError: Error response from daemon: Get https://registry: net/http: TLS handshake timeout",
    "CannotPullContainerError: failed to resolve ref orders: context canceled",
    "CannotPullContainerError: failed to resolve ref orders@sha256:4030: failed to do request: dial tcp: lookup registry on 10.0.0.2:53: no such host",
  ],
  "image-denied": [
    "CannotPullContainerError: Error response from daemon: pull access denied for orders: denied: requested access to the resource is denied",
    "CannotPullContainerError: Error response from daemon: pull access denied for 123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders, repository does not exist or may require 'docker login': denied: User: x is not authorized to perform: ecr:BatchGetImage",
    "CannotPullContainerError: httpReadSeeker: failed open: unexpected status code 401 Unauthorized",
    "CannotPullContainerError: The task can't pull the image. Check that the role has the permissions to pull images from the registry.",
  ],
  "image-no-space": [
    "CannotPullContainerError: failed to register layer: Error processing tar file(exit status 1): write /app: no space left on device",
    "CannotPullContainerError: API error (500): devmapper: Thin Pool has 4405 free data blocks which is less than minimum required 4454 free data blocks",
    "CannotCreateContainerError: Error response from daemon: no space left on device",
  ],
  "image-pull": [
    "CannotPullContainerError: something else",
    "CannotPullContainerError: failed to copy: unexpected status code https://registry/v2/orders/blobs/sha256:1403ab: 500 Internal Server Error",
  ],
  "secrets-unreachable": [
    "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 5 time(s): RequestCanceled: request context canceled caused by: context deadline exceeded",
    "ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull secrets from AWS Secrets Manager. There is a connection issue between the task and AWS Secrets Manager.",
    "ResourceInitializationError: unable to pull secrets or registry auth: pull command failed: : signal: killed",
  ],
  "secrets-denied": [
    "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: AccessDeniedException: User is not authorized to perform: secretsmanager:GetSecretValue",
    "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secrets from ssm: AccessDeniedException: not authorized to perform: ssm:GetParameters",
  ],
  "secret-not-found": [
    "ResourceInitializationError: unable to pull secrets or registry auth: ResourceNotFoundException: Secrets Manager can't find the specified secret.",
    "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: invalid ssm parameters: DB_PASSWORD",
    "ResourceInitializationError: unable to pull secrets or registry auth: retrieved secret from Secrets Manager did not contain json key password",
  ],
  "registry-auth": [
    "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 3 time(s)",
  ],
  "log-group-missing": [
    "ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: ResourceNotFoundException: The specified log group does not exist.",
    "CannotStartContainerError: Error response from daemon: failed to initialize logging driver: failed to create Cloudwatch log stream: AccessDeniedException",
  ],
  "efs-mount": [
    "ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: b'mount.nfs4: Connection timed out'",
  ],
  "env-file": [
    "ResourceInitializationError: failed to download env files: file download command: non empty error stream",
  ],
  "network-interface": [
    "Timeout waiting for network interface provisioning to complete.",
    "Unexpected EC2 error while attempting to Create Network Interface in subnet 'subnet-1': InsufficientFreeAddressesInSubnet",
    "ResourceInitializationError: failed to configure ENI: failed to setup regular eni: netplugin failed",
    'was unable to place a task because no container instance met all of its requirements. The closest matching container-instance 1 encountered error "RESOURCE:ENI".',
  ],
  "command-not-found": [
    `CannotStartContainerError: Error response from daemon: OCI runtime create failed: exec: "start.sh": executable file not found in $PATH`,
    "container app exited with code 127",
    "container app: exec /start.sh: no such file or directory",
  ],
  "command-not-executable": [
    "container app exited with code 126",
    'CannotStartContainerError: OCI runtime create failed: starting container process caused: exec: "/start.sh": permission denied: unknown',
  ],
  "cannot-start": [
    "CannotStartContainerError: Error response from daemon: cgroup missing",
    "CannotStartContainerError: failed to get container status: gone",
    "ContainerRuntimeError: runtime gone",
    "DockerStateError: gone",
  ],
  "resource-initialization": ["ResourceInitializationError: failed to do something new"],
  "out-of-memory": [
    "container app exited with code 137: OutOfMemoryError: Container killed due to memory usage",
  ],
  "exit-137": ["container app exited with code 137"],
  "exit-139": ["container app exited with code 139"],
  "exit-143": ["container app exited with code 143"],
  "exit-0": ["container app exited with code 0"],
  "exit-error": [
    "container app exited with code 1",
    "container app exited with code 255",
    "container app exited with code -1073741515",
  ],
  "container-health": ["ServiceSchedulerInitiated: Task failed container health checks"],
  "target-health": [
    "ServiceSchedulerInitiated: Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/1)",
    "(port 8080) is unhealthy in (target-group web) due to (reason Health checks failed with these codes: [503])",
    "Target.Timeout: Request timed out",
    "(instance i-1) (port 80) is unhealthy in (elb web) due to (reason Instance has failed at least the UnhealthyThreshold number of health checks consecutively.)",
  ],
  "spot-interruption": ["SpotInterruption: Your Spot Task was interrupted."],
  "host-gone": [
    "Host EC2 (instance i-0123456789abcdef0) terminated.",
    "TerminationNotice: The instance is going away.",
  ],
  "no-instances": [
    "was unable to place a task because no container instance met all of its requirements. Reason: No Container Instances were found in your cluster.",
  ],
  "no-cpu": [
    "was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 1) has insufficient CPU units available.",
    "TaskFailedToStart: RESOURCE:CPU",
  ],
  "no-memory": [
    "was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 1) has insufficient memory available.",
    "TaskFailedToStart: RESOURCE:MEMORY",
  ],
  "no-port": [
    "was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 1) is already using a port required by your task.",
    "TaskFailedToStart: RESOURCE:PORTS",
  ],
  "missing-attribute": [
    "was unable to place a task. The closest matching (container-instance 1) is missing an attribute required by your task.",
    "TaskFailedToStart: ATTRIBUTE",
  ],
  "agent-disconnected": [
    `was unable to place a task. The closest matching (container-instance 1) encountered error "AGENT".`,
    "TaskFailedToStart: AGENT",
  ],
  "fargate-capacity": [
    "was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone.",
  ],
  "task-limit": [
    "was unable to place a task. Reason: You've reached the limit on the number of vCPUs you can run concurrently.",
  ],
  "role-not-assumed": [
    "failed to launch a task with (error ECS was unable to assume the role 'arn:aws:iam::123456789012:role/x' that was provided for this task.)",
    "TaskFailedToStart: ECS was unable to assume the role 'arn:aws:iam::123456789012:role/x'",
  ],
  "circuit-breaker": ["ECS deployment circuit breaker: tasks failed to start."],
  "alarm-detected": ["ECS deployment failed: alarm detected, CloudWatch alarms detected a breach"],
  impaired: ["is unable to consistently start tasks successfully."],
  "not-placed": ["was unable to place a task."],
  "image-name": ["CannotPullContainerError: invalid reference format"],
  "log-unreachable": [
    "ResourceInitializationError: failed to validate logger args: There is a connection issue between the task and Amazon CloudWatch. Check your network configuration.",
    "ResourceInitializationError: failed to validate logger args: : signal: killed",
  ],
  "efs-not-resolved": [
    'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: Failed to resolve "fs-12345678.efs.eu-west-1.amazonaws.com" - check that your file system ID is correct',
  ],
  "efs-denied": [
    "ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: b'mount.nfs4: access denied by server while mounting 127.0.0.1:/'",
  ],
  "efs-path": [
    "ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: mount.nfs4: mounting 127.0.0.1:/data failed, reason given by server: No such file or directory",
  ],
  "ebs-volume": ["TaskFailedToStart: Unable to attach EBS volume"],
  "volume-driver": ["CannotCreateVolumeError: driver rexray not found"],
  "user-unknown": [
    "CannotStartContainerError: Error response from daemon: unable to find user web: no matching entries in passwd file",
  ],
  "host-port-taken": [
    "CannotStartContainerError: driver failed programming external connectivity: Bind for 0.0.0.0:80 failed: port is already allocated",
  ],
  "runtime-timeout": [
    "DockerTimeoutError: Could not transition to created; timed out after waiting 4m0s",
    "ContainerRuntimeTimeoutError: Could not transition to running; timed out after waiting 1m",
    "CannotInspectContainerError: Could not transition to inspecting; timed out after waiting 30s",
  ],
  "cannot-stop": ["CannotStopContainerError: failed sending SIGTERM to container: context deadline exceeded"],
  "service-connect": ["ResourceInitializationError: unable to initialize Service Connect"],
  "exit-132": ["container app exited with code 132"],
  "exit-134": ["container app exited with code 134"],
  "fargate-maintenance": ["ECS is performing maintenance on the underlying infrastructure hosting the task."],
  "no-gpu": [
    "TaskFailedToStart: RESOURCE:GPU",
    "was unable to place a task because no container instance met all of its requirements. The closest matching container-instance 1 does not have the required GPU.",
  ],
  "placement-constraint": ["TaskFailedToStart: MemberOf placement constraint unsatisfied."],
  "instance-not-active": [
    "was unable to place a task because no container instance met all of its requirements. The closest matching container-instance 1 is not ACTIVE, and cannot be used.",
    "TaskFailedToStart: INACTIVE",
  ],
  "capacity-provider": ["was unable to place a task. Reason: Capacity provider spot was not found."],
  "fargate-size": ["was unable to place a task. Reason: No Fargate configuration exists for given values."],
  "deployment-no-room": [
    "was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.",
  ],
  throttled: ["operations are being throttled on elb. Will try again later."],
  "target-registration": ["failed to register targets in (target-group web) with (error InvalidTarget)"],
  "lifecycle-hook": [
    "Service deployment rolled back because PRE_SCALE_UP lifecycle hook(s) failed. Lifecycle hook target x returned FAILED status.",
  ],
  "internal-error": ["InternalError: unable to start"],
  "task-failed-to-start": ["TaskFailedToStart: Task failed to start"],
};
