/**
 * How containers behave that match: by part of the image's name, by family, by container name and by the
 * task's place among those of its deployment, all that are given. What matches nothing runs until stopped.
 */
export interface Behaviour {
  readonly image?: string;
  readonly family?: string;
  readonly container?: string;
  /** Only from the nth task of a deployment (or of a family's standalone tasks) on, counted from 1. */
  readonly fromTask?: number;

  /** The scheduler finds no place for the task, with this reason. */
  readonly placementError?: string;
  /** The image cannot be pulled, with this message of the registry. */
  readonly pullError?: string;
  /** The task cannot be started, with this reason: "ResourceInitializationError: …". */
  readonly startError?: string;
  /** The container ends by itself after so many seconds of running; 0 is before the task is RUNNING. */
  readonly exit?: { readonly code: number; readonly after: number; readonly reason?: string };
  /** The container's health check fails. */
  readonly unhealthy?: boolean;
  /** The load balancer's health check fails, with this reason. */
  readonly targetUnhealthy?: string;
  /** The CloudWatch alarm that goes off while the container runs. */
  readonly alarm?: string;
  readonly logs?: LogScript;
}

/** What a container writes to its log. */
export interface LogScript {
  readonly start?: readonly string[];
  /** Written again and again, one line every `seconds`. */
  readonly repeat?: { readonly seconds: number; readonly lines: readonly string[] };
  /** Written just before the container ends by itself. */
  readonly end?: readonly string[];
}

/** What image tags mean where a scenario says nothing: enough to play every kind of failure from a file. */
export const defaultBehaviours: readonly Behaviour[] = [
  {
    image: ":crash",
    exit: { code: 1, after: 0 },
    logs: { end: ["Error: cannot reach the database", "exiting with code 1"] },
  },
  { image: ":missing", pullError: "not found" },
  {
    image: ":oom",
    exit: { code: 137, after: 0, reason: "OutOfMemoryError: Container killed due to memory usage" },
  },
  { image: ":unhealthy", unhealthy: true, targetUnhealthy: "Health checks failed with these codes: [503]" },
  { image: ":once", exit: { code: 0, after: 5 } },
];

/** The first behaviour that matches the container in the task that is the `ordinal`th of its kind. */
export function findBehaviour(
  behaviours: readonly Behaviour[],
  task: { readonly family: string; readonly ordinal: number },
  container: { readonly name?: string | undefined; readonly image?: string | undefined },
): Behaviour | undefined {
  return behaviours.find(
    (rule) =>
      (rule.image === undefined || container.image?.includes(rule.image)) &&
      (rule.family === undefined || rule.family === task.family) &&
      (rule.container === undefined || rule.container === container.name) &&
      task.ordinal >= (rule.fromTask ?? 1),
  );
}
