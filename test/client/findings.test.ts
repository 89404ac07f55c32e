import assert from "node:assert/strict";
import type { Service, Task } from "../../client/src/aws/types.ts";
import { diagnose } from "../../client/src/model/findings/diagnose.ts";
import type { Evidence } from "../../client/src/model/findings/evidence.ts";
import { explanationOf, explanations } from "../../client/src/model/findings/index.ts";
import { explanationPage } from "../../client/src/model/findings/page.ts";
import { summarize } from "../../client/src/model/findings/summary.ts";

const now = Date.UTC(2026, 2, 1, 12);
const before = (seconds: number): Date => new Date(now - seconds * 1000);

const service: Service = { serviceName: "orders", status: "ACTIVE", runningCount: 1, desiredCount: 3, taskDefinition: "arn:aws:ecs:eu-west-1:123456789012:task-definition/orders:7" };
const evidenceOf = (more: Partial<Evidence>): Evidence => ({ service, stopped: [], targets: [], logs: [], missing: [], at: now, ...more });
const dead = (id: string, more: Partial<Task>): Task => ({ taskArn: `arn:aws:ecs:eu-west-1:123456789012:task/live/${id.repeat(32)}`, lastStatus: "STOPPED", stoppedAt: before(60), ...more });

describe("Known texts", () => {
  /** A text as ECS, its agent or Docker writes it, for each explanation. */
  const examples: Readonly<Record<string, readonly string[]>> = {
    "image-not-found": [
      "container app: CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/library/nope:1: docker.io/library/nope:1: not found",
      "CannotPullContainerError: Error response from daemon: manifest unknown: Requested image not found",
    ],
    "image-platform": [
      "CannotPullContainerError: image Manifest does not contain descriptor matching platform 'linux/amd64'",
      "exec /usr/local/bin/docker-entrypoint.sh: exec format error",
    ],
    "image-pull-rate": ["CannotPullContainerError: inspect image has been retried 5 time(s): httpReadSeeker: failed open: unexpected status code 429 Too Many Requests - toomanyrequests: You have reached your pull rate limit."],
    "image-unreachable": ["CannotPullContainerError: inspect image has been retried 5 time(s): failed to do request: Head https://registry-1.docker.io/v2/library/nginx/manifests/latest: dial tcp 3.216.34.172:443: i/o timeout"],
    "image-denied": ["CannotPullContainerError: Error response from daemon: pull access denied for orders: denied: requested access to the resource is denied"],
    "image-no-space": ["CannotPullContainerError: failed to register layer: Error processing tar file(exit status 1): write /app: no space left on device"],
    "image-pull": ["CannotPullContainerError: something else"],
    "secrets-unreachable": ["ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 5 time(s): RequestCanceled: request context canceled caused by: context deadline exceeded"],
    "secrets-denied": ["ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: AccessDeniedException: User is not authorized to perform: secretsmanager:GetSecretValue"],
    "secret-not-found": ["ResourceInitializationError: unable to pull secrets or registry auth: ResourceNotFoundException: Secrets Manager can't find the specified secret."],
    "registry-auth": ["ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 3 time(s)"],
    "log-group-missing": ["ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: ResourceNotFoundException: The specified log group does not exist."],
    "efs-mount": ["ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: b'mount.nfs4: Connection timed out'"],
    "env-file": ["ResourceInitializationError: failed to download env files: file download command: non empty error stream"],
    "network-interface": ["Timeout waiting for network interface provisioning to complete.", "Unexpected EC2 error while attempting to Create Network Interface in subnet 'subnet-1': InsufficientFreeAddressesInSubnet"],
    "command-not-found": [
      `CannotStartContainerError: Error response from daemon: OCI runtime create failed: exec: "start.sh": executable file not found in $PATH`,
      "container app exited with code 127",
    ],
    "command-not-executable": ["container app exited with code 126"],
    "cannot-start": ["CannotStartContainerError: Error response from daemon: cgroup missing"],
    "resource-initialization": ["ResourceInitializationError: failed to do something new"],
    "out-of-memory": ["container app exited with code 137: OutOfMemoryError: Container killed due to memory usage"],
    "exit-137": ["container app exited with code 137"],
    "exit-139": ["container app exited with code 139"],
    "exit-143": ["container app exited with code 143"],
    "exit-0": ["container app exited with code 0"],
    "exit-error": ["container app exited with code 1", "container app exited with code 255"],
    "container-health": ["ServiceSchedulerInitiated: Task failed container health checks"],
    "target-health": [
      "ServiceSchedulerInitiated: Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/1)",
      "(port 8080) is unhealthy in (target-group web) due to (reason Health checks failed with these codes: [503])",
      "Target.Timeout: Request timed out",
    ],
    "spot-interruption": ["SpotInterruption: Your Spot Task was interrupted."],
    "host-gone": ["Host EC2 (instance i-0123456789abcdef0) terminated."],
    "no-instances": ["was unable to place a task because no container instance met all of its requirements. Reason: No Container Instances were found in your cluster."],
    "no-cpu": ["was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 1) has insufficient CPU units available."],
    "no-memory": ["was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 1) has insufficient memory available."],
    "no-port": ["was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 1) is already using a port required by your task."],
    "missing-attribute": ["was unable to place a task. The closest matching (container-instance 1) is missing an attribute required by your task."],
    "agent-disconnected": [`was unable to place a task. The closest matching (container-instance 1) encountered error "AGENT".`],
    "fargate-capacity": ["was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone."],
    "task-limit": ["was unable to place a task. Reason: You've reached the limit on the number of vCPUs you can run concurrently."],
    "role-not-assumed": ["failed to launch a task with (error ECS was unable to assume the role 'arn:aws:iam::123456789012:role/x' that was provided for this task.)"],
    "circuit-breaker": ["ECS deployment circuit breaker: tasks failed to start."],
    "alarm-detected": ["ECS deployment failed: alarm detected, CloudWatch alarms detected a breach"],
    impaired: ["is unable to consistently start tasks successfully."],
    "not-placed": ["was unable to place a task."],
  };

  for (const { id } of explanations) {
    it(`are recognized: ${id}`, () => {
      const texts = examples[id] ?? [];
      assert.notEqual(texts.length, 0, "There is no example.");
      for (const text of texts) assert.equal(explanationOf(text)?.id, id, text);
    });
  }

  it("are not made of what is normal", () => {
    for (const text of ["has reached a steady state.", "has started 2 tasks: (task 1) (task 2).", "registered 1 targets in (target-group web)", "(deployment ecs-svc/1) deployment completed."]) {
      assert.equal(explanationOf(text), undefined, text);
    }
  });

  it("each say what happened, what to do and where to read more, in whole sentences", () => {
    for (const { id, means, todo, link } of explanations) {
      assert.match(means, /^[A-Z].*\.$/, id);
      assert.match(todo, /^(?:[A-Z].*\.)$/, id);
      assert.match(link, /^https:\/\/docs\.aws\.amazon\.com\/AmazonECS\/latest\/developerguide\/[\w-]+\.html$/, id);
    }
  });
});

describe("A diagnosis", () => {
  it("puts the cause before what follows from it, and the frequent before the rare", () => {
    const { findings, verdict } = diagnose(
      evidenceOf({
        service: { ...service, deployments: [{ status: "PRIMARY", rolloutState: "FAILED", rolloutStateReason: "ECS deployment circuit breaker: tasks failed to start.", taskDefinition: "orders:7", updatedAt: before(10) }] },
        stopped: [
          dead("a", { stopCode: "EssentialContainerExited", containers: [{ name: "api", exitCode: 1 }] }),
          dead("b", { stopCode: "TaskFailedToStart", stoppedReason: "CannotPullContainerError: nope:1: not found" }),
          dead("c", { stopCode: "EssentialContainerExited", containers: [{ name: "api", exitCode: 1 }] }),
        ],
      }),
    );
    assert.deepEqual(findings.map(({ id, count }) => [id, count]), [["exit-error", 2], ["image-not-found", 1], ["circuit-breaker", 1]]);
    assert.equal(verdict, "orders (orders:7) is not steady: 1 of 3 tasks running, deployment of orders:7 failed. Container api ended with exit code 1, an error of the program itself.");
  });

  it("leaves out tasks that were stopped by the scheduler or a person, unless they failed a health check", () => {
    const stopped = [
      dead("a", { stopCode: "ServiceSchedulerInitiated", stoppedReason: "Scaling activity initiated by (deployment ecs-svc/1)", containers: [{ name: "api", exitCode: 143 }] }),
      dead("b", { stopCode: "UserInitiated", stoppedReason: "Task stopped by user", containers: [{ name: "api", exitCode: 137 }] }),
      dead("c", { stopCode: "ServiceSchedulerInitiated", stoppedReason: "Task failed container health checks" }),
    ];
    assert.deepEqual(diagnose(evidenceOf({ stopped })).findings.map(({ id }) => id), ["container-health"]);
  });

  it("tells what was said newest first, and nothing that is older than an hour", () => {
    const events = [
      { id: "1", createdAt: before(30), message: "(service orders) was unable to place a task." },
      { id: "2", createdAt: before(7200), message: "(service orders) was unable to place a task long ago." },
    ];
    const { statements } = diagnose(evidenceOf({ service: { ...service, events }, stopped: [dead("a", { stopCode: "EssentialContainerExited", containers: [{ name: "api", exitCode: 2 }] })] }));
    assert.deepEqual(statements.map(({ source, text }) => `${source}: ${text}`), ["Event: was unable to place a task.", "Task aaaaaaaa: container api exited with code 2"]);
  });

  it("names unhealthy targets", () => {
    const targets = [
      { group: "web", health: { Target: { Id: "10.0.1.2", Port: 80 }, TargetHealth: { State: "unhealthy" as const, Reason: "Target.Timeout" as const, Description: "Request timed out" } } },
      { group: "web", health: { Target: { Id: "10.0.1.3", Port: 80 }, TargetHealth: { State: "healthy" as const } } },
    ];
    const { statements, findings } = diagnose(evidenceOf({ targets }));
    assert.deepEqual(statements, [{ time: undefined, source: "Target 10.0.1.2:80 of web", text: "Target.Timeout: Request timed out" }]);
    assert.deepEqual(findings.map(({ id }) => id), ["target-health"]);
  });
});

describe("The page of a diagnosis", () => {
  it("says what could not be found out, and that nothing is known where nothing is", () => {
    const page = explanationPage(evidenceOf({ missing: ["Could not read target health: not authorized."] }), "live / orders in dev · eu-west-1");
    assert.equal(
      page,
      [
        "# Why is orders not steady?",
        "**orders (orders:7) is not steady: 1 of 3 tasks running, 2 tasks missing.**",
        "live / orders in dev · eu-west-1, looked at 2026-03-01 12:00:00 UTC.",
        "## What to do",
        "Nothing that was said is known to this page. The evidence below is all there is; the logs of the tasks may tell more.",
        "## What was said",
        "Nothing in the last hour.",
        "## What could not be found out",
        "- Could not read target health: not authorized.",
        "",
      ].join("\n\n").replace(/\n\n$/, "\n"),
    );
  });

  it("shows log lines as they are, whatever they contain", () => {
    const logs = [{ task: "aaaaaaaa", container: "api", lines: [{ time: before(1), text: "```<script>alert(1)</script>" }] }];
    assert.match(explanationPage(evidenceOf({ logs }), "x"), /````text\n2026-03-01T11:59:59\.000Z ```<script>alert\(1\)<\/script>\n````/);
  });
});

describe("The row of a diagnosis", () => {
  it("names the most frequent end of tasks", () => {
    const exit = (id: string, exitCode: number): Task => dead(id, { stopCode: "EssentialContainerExited", containers: [{ name: "api", exitCode }] });
    assert.equal(summarize(service, [exit("a", 1), exit("b", 1), exit("c", 2)], now), "EssentialContainerExited: api exit 1 · 2 times");
    assert.equal(summarize(service, [exit("a", 1)], now), "EssentialContainerExited: api exit 1");
  });

  it("falls back to what the rollout says, then to the counts", () => {
    const failing: Service = { ...service, deployments: [{ status: "PRIMARY", rolloutState: "IN_PROGRESS", rolloutStateReason: "tasks failed to start" }] };
    assert.equal(summarize(failing, [], now), "tasks failed to start");
    assert.equal(summarize(service, [], now), "2 tasks missing");
  });
});
