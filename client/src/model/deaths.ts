import type { Service, Task } from "../aws/types.ts";

/** Milliseconds that are looked back. */
export const deathWindow = 15 * 60 * 1000;

/**
 * How many tasks of a service died by themselves lately, as far as its events tell: those that ECS started
 * beyond the ones that should run and those that it stopped itself must have taken the place of dead ones.
 * Service events come with its description, so this costs no call.
 */
export function deathsOf({ events = [], desiredCount = 0 }: Service, now: number): number {
  let [started, stopped, unhealthy] = [0, 0, 0];
  for (const { message = "", createdAt } of events) {
    if (now - (createdAt?.getTime() ?? 0) > deathWindow) break;
    started += countIn(message, /has started (\d+) tasks?/);
    stopped += countIn(message, /has stopped (\d+) running tasks?/);
    unhealthy += countIn(message, /replaced (\d+) tasks? due to an unhealthy status/);
  }
  return Math.max(0, started - stopped - desiredCount) + unhealthy;
}

/** Whether a stopped task ended on its own account: it failed, and nobody asked it to stop but for that. */
export function diedByItself({ stopCode, stoppedReason = "", containers = [] }: Task): boolean {
  if (/health checks|unhealthy/i.test(stoppedReason)) return true;
  if (stopCode === "ServiceSchedulerInitiated" || stopCode === "UserInitiated") return false;
  return (
    stopCode !== "EssentialContainerExited" ||
    containers.some(({ exitCode, reason }) => exitCode !== 0 || reason !== undefined)
  );
}

function countIn(message: string, pattern: RegExp): number {
  return Number(pattern.exec(message)?.[1] ?? 0);
}
