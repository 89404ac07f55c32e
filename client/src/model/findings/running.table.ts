import { guide, type Explanation } from "./explanation.ts";

const codes = guide("stopped-task-error-codes");

/** Why a running task ended, or is taken for unhealthy. */
export const runningExplanations: readonly Explanation[] = [
  {
    id: "out-of-memory",
    says: /OutOfMemory/i,
    means: "A container used more memory than it may, and was killed.",
    todo: "Raise the memory of the container or the task, or find out what uses it: the memory curve of the service page tells whether it grows all the time.",
    link: codes,
  },
  {
    id: "exit-137",
    says: /container (\S+) exited with code 137/,
    means:
      "Container $1 was killed (SIGKILL): most often it used too much memory, or did not end within its stopTimeout.",
    todo: "Look at the memory curve. Let the process react to SIGTERM, or raise stopTimeout.",
    link: codes,
  },
  {
    id: "exit-139",
    says: /container (\S+) exited with code 139/,
    means: "Container $1 crashed with a segmentation fault.",
    todo: "A native library or an image for another architecture is the usual cause. Run the image locally with the same platform.",
    link: codes,
  },
  {
    id: "exit-143",
    says: /container (\S+) exited with code 143/,
    means: "Container $1 ended because it was asked to (SIGTERM).",
    todo: "That is how ECS stops tasks: look at why the task was stopped.",
    link: codes,
  },
  {
    id: "exit-134",
    says: /container (\S+) exited with code 134/,
    means: "Container $1 gave up (SIGABRT): its runtime met something that it cannot go on from.",
    todo: "Its last log lines say what: often a heap that is full, as of Node.js or the JVM, or a failed assertion.",
    link: codes,
  },
  {
    id: "exit-132",
    says: /container (\S+) exited with code 132/,
    means: "Container $1 ran an instruction that the processor does not know (SIGILL).",
    todo: "The program was built for newer processors or another architecture: build it for a general one, and compare the image with runtimePlatform.",
    link: codes,
  },
  {
    id: "exit-0",
    says: /container (\S+) exited with code 0\b/,
    means: "Container $1 ended by itself, without an error; it is essential, so its task ended too.",
    todo: "A service expects its containers to go on running. Run a job as a task without a service, or set essential to false for a container that only prepares something.",
    link: codes,
  },
  {
    id: "exit-error",
    says: /container (\S+) exited with code (-?\d+)/,
    means: "Container $1 ended with exit code $2, an error of the program itself.",
    todo: "Its last log lines, below, say what went wrong: often a missing variable, a database that does not answer, or a port that is taken.",
    link: codes,
  },
  {
    id: "container-health",
    says: /failed container health checks/i,
    means: "The container's own health check failed.",
    todo: "Run the health check's command in the container (Shell). Give a slow start more time with startPeriod, and check that the command exists in the image.",
    link: guide("healthcheck"),
  },
  {
    id: "target-health",
    says: /(?:failed ELB health checks|is unhealthy in \(?(?:target-group|elb)|Health checks failed|Request timed out|Target\.(?:ResponseCodeMismatch|Timeout|FailedHealthChecks))/i,
    means: "The load balancer's health check fails, so ECS replaces the tasks.",
    todo: "Check the health check's path and codes, that the container listens on the port the target group uses, and that the task's security group lets the load balancer in. A slow start needs healthCheckGracePeriodSeconds.",
    link: guide("service-unhealthy-event-messages"),
  },
  {
    id: "spot-interruption",
    says: /(?:Spot (?:Task|Instance|interruption)|SpotInterruption)/i,
    means: "AWS took back Spot capacity.",
    todo: "That is part of Spot. Keep a base of tasks on FARGATE or on-demand instances with a capacity provider strategy.",
    link: guide("fargate-capacity-providers"),
  },
  {
    id: "fargate-maintenance",
    says: /(?:maintenance on the underlying infrastructure|task retirement|scheduled for retirement)/i,
    means: "AWS renewed what the task ran on.",
    todo: "That is part of Fargate: the service starts another task. Run at least two, and let the process end on SIGTERM.",
    link: guide("task-maintenance"),
  },
  {
    id: "host-gone",
    says: /(?:Host EC2 (?:\S+ ){0,8}(?:terminated|stopped)|instance (?:\S+ ){1,8}was (?:terminated|deregistered)|TerminationNotice)/i,
    means: "The instance that the task ran on is gone.",
    todo: "Look at the Auto Scaling group's activity. Managed termination protection and managed draining keep instances while tasks run.",
    link: codes,
  },
];
