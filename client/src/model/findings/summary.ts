import type { Service, Task } from "../../aws/types.ts";
import { diedByItself } from "../deaths.ts";
import { healthOf, primaryDeployment } from "../health.ts";
import { explanationOf } from "./index.ts";
import { stopWords } from "../taskState.ts";

/**
 * Why a service is not steady, in the few words that fit on a row: the most frequent way in which its tasks
 * died, else what the rollout or the service's health says.
 */
export function summarize(service: Service, stopped: readonly Task[], now: number): string {
  const counts = new Map<string, number>();
  for (const task of stopped.filter(diedByItself)) {
    const words = deathWords(task);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (most) return most[1] === 1 ? most[0] : `${most[0]} · ${most[1]} times`;
  const { rolloutState, rolloutStateReason } = primaryDeployment(service) ?? {};
  return (rolloutState !== "COMPLETED" && rolloutStateReason) || healthOf(service, now).words;
}

/** How a task died: its exit codes, or what the long reason of ECS is known to mean. */
function deathWords(task: Task): string {
  const words = stopWords(task);
  const hasExited = task.containers?.some(({ exitCode }) => exitCode !== undefined);
  return (hasExited ? undefined : explanationOf(words)?.means) ?? words;
}
