import { guide, type Explanation } from "./explanation.ts";

const link = guide("resource-initialization-error");

/** Why a task could not be started. */
export const startupExplanations: readonly Explanation[] = [
  {
    id: "secrets-unreachable",
    says: /ResourceInitializationError.*(?:secret|ssm|asm|registry auth).*(?:timeout|deadline|RequestCanceled|no such host|connection issue|dial tcp)/is,
    means: "Secrets or the registry's login cannot be reached from the task's subnets.",
    todo: "Give the tasks a way out (NAT gateway, or assignPublicIp ENABLED in a public subnet), or VPC endpoints for secretsmanager, ssm, kms and ecr.api.",
    link,
  },
  {
    id: "secrets-denied",
    says: /ResourceInitializationError.*(?:secret|ssm|asm).*(?:AccessDenied|not authorized)/is,
    means: "The execution role may not read a secret.",
    todo: "Allow the execution role secretsmanager:GetSecretValue or ssm:GetParameters on the secrets the task definition names, and kms:Decrypt on a key of your own.",
    link,
  },
  {
    id: "secret-not-found",
    says: /ResourceInitializationError.*(?:ResourceNotFoundException.*secret|can't find the specified secret|invalid parameters?|ParameterNotFound|did not contain json key)/is,
    means: "A secret, a parameter or a key inside a secret does not exist.",
    todo: "Compare valueFrom of the container's secrets with the names in Secrets Manager and Parameter Store of this region, the JSON key included.",
    link,
  },
  {
    id: "registry-auth",
    says: /ResourceInitializationError.*(?:registry auth|ecr)/is,
    means: "The login to Amazon ECR was not given to the task.",
    todo: "The execution role needs ecr:GetAuthorizationToken, and the subnets a way to Amazon ECR.",
    link,
  },
  {
    id: "log-group-missing",
    says: /(?:ResourceInitializationError|CannotStartContainerError|failed to (?:validate|create|initialize) log).*(?:log group|log stream|logger|logging driver)/is,
    means: "The container's log could not be opened.",
    todo: "Create the log group, or set awslogs-create-group to true and allow the execution role logs:CreateLogGroup. It needs logs:CreateLogStream and logs:PutLogEvents in any case.",
    link,
  },
  {
    id: "efs-mount",
    says: /(?:failed to invoke EFS utils|mount\.nfs|EFS volumes?)/i,
    means: "An EFS volume could not be mounted.",
    todo: "The file system needs a mount target in the task's zone, whose security group lets port 2049 in from the task's. With IAM authorization the task role needs elasticfilesystem:ClientMount.",
    link,
  },
  {
    id: "env-file",
    says: /(?:failed to download env files|environment file)/i,
    means: "An environment file could not be read from S3.",
    todo: "Check the ARN in environmentFiles, and allow the execution role s3:GetObject on the file and s3:GetBucketLocation on the bucket.",
    link,
  },
  {
    id: "network-interface",
    says: /(?:network interface provisioning|Create Network Interface|insufficient free addresses|ENI)/,
    means: "The task got no network interface.",
    todo: "Check that the subnets have free addresses and that the account's limit of network interfaces is not reached.",
    link: guide("stopped-task-error-codes"),
  },
  {
    id: "command-not-found",
    says: /(?:executable file not found|no such file or directory.*(?:exec|entrypoint|start)|exited with code 127)/i,
    means: "The container's command does not exist in the image.",
    todo: "Check entryPoint and command in the task definition. A shell command needs [\"sh\", \"-c\", \"…\"], and the image must have a shell.",
    link: guide("cannot-start-container"),
  },
  {
    id: "command-not-executable",
    says: /(?:permission denied.*(?:exec|starting container)|exited with code 126)/i,
    means: "The container's command may not be executed.",
    todo: "Make the file executable when the image is built (chmod +x), and check the user the container runs as.",
    link: guide("cannot-start-container"),
  },
  {
    id: "cannot-start",
    says: /(?:CannotStartContainerError|CannotCreateContainerError|DockerTimeoutError|TaskFailedToStart)/,
    means: "The container could not be started.",
    todo: "The message tells why. On EC2, look at the agent's log on the instance as well.",
    link: guide("cannot-start-container"),
  },
  {
    id: "resource-initialization",
    says: /ResourceInitializationError/,
    means: "Something the task needs before it starts could not be prepared.",
    todo: "The message names it: a secret, the registry's login, a log group, a volume or the network.",
    link,
  },
];
