/**
 * How containers behave that match: by part of the image's name, by family and by container name, all that
 * are given. Without a match a container runs until it is stopped.
 */
export interface Behaviour {
  readonly image?: string;
  readonly family?: string;
  readonly container?: string;
  /** The container ends by itself `after` seconds of running. */
  readonly exit?: { readonly code: number; readonly after: number; readonly reason?: string };
  /** The image cannot be pulled, with this message of the registry. */
  readonly pullError?: string;
  /** The container health check fails from the beginning. */
  readonly unhealthy?: boolean;
}

/** What image tags mean where a scenario says nothing: enough to play every kind of failure from a file. */
export const defaultBehaviours: readonly Behaviour[] = [
  { image: ":crash", exit: { code: 1, after: 0 } },
  { image: ":missing", pullError: "not found" },
  { image: ":oom", exit: { code: 137, after: 0, reason: "OutOfMemoryError: Container killed due to memory usage" } },
  { image: ":unhealthy", unhealthy: true },
  { image: ":once", exit: { code: 0, after: 5 } },
];

/** The first behaviour that matches the container. */
export function behaviourOf(behaviours: readonly Behaviour[], family: string, container: string, image: string): Behaviour {
  const matches = (rule: Behaviour): boolean =>
    (rule.image === undefined || image.includes(rule.image)) &&
    (rule.family === undefined || rule.family === family) &&
    (rule.container === undefined || rule.container === container);
  return behaviours.find(matches) ?? {};
}
