import { isWanted } from "../../state/task.ts";
import type { Task } from "../../state/types.ts";

/** How many of the tasks are running, and how many are on their way there. */
export function count(tasks: Iterable<Task>): { runningCount: number; pendingCount: number } {
  let [runningCount, pendingCount] = [0, 0];
  for (const task of tasks) {
    if (!isWanted(task)) continue;
    if (task.state.lastStatus === "RUNNING") runningCount++;
    else pendingCount++;
  }
  return { runningCount, pendingCount };
}
