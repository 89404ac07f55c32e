import type { Service } from "../aws/types.ts";

/** Milliseconds that are looked back: as long as ECS remembers why tasks stopped. */
const window = 60 * 60 * 1000;

/**
 * When the last deployment was rolled back; undefined when it was not, long ago, or when another one has
 * succeeded since. Once a rollback is done, only the service's events still tell of it.
 */
export function rolledBackAt({ events = [] }: Service, now: number): Date | undefined {
  let completed: string | undefined;
  for (const { message = "", createdAt } of events) {
    if (!createdAt || now - createdAt.getTime() > window) return undefined;
    completed ??= /\(deployment (\S+)\) deployment completed/.exec(message)?.[1];
    const back = /rolling back to deployment (\S+?)\.?$/.exec(message)?.[1];
    if (back !== undefined) return completed === undefined || completed === back ? createdAt : undefined;
  }
  return undefined;
}
