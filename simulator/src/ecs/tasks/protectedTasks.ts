import type { Failure, ProtectedTask } from "@aws-sdk/client-ecs";
import { findTask, taskArn } from "../../state/task.ts";
import type { Wire } from "../../protocol/wire.ts";
import type { Account, Cluster, Task } from "../../state/types.ts";

/** Whether the service scheduler must leave the task alone, and until when. */
export function protectedTask(account: Account, task: Task): Wire<ProtectedTask> {
  const { protectedUntil = 0 } = task;
  const protectionEnabled = protectedUntil > account.clock.now();
  return {
    taskArn: taskArn(account, task),
    protectionEnabled,
    ...(protectionEnabled && { expirationDate: protectedUntil }),
  };
}

/**
 * Sorts references (without any, all tasks) into tasks of services, unknown ones and those that cannot be
 * protected.
 */
export function serviceTasks(
  account: Account,
  cluster: Cluster,
  references: readonly string[] = [],
): { found: Task[]; unknown: string[]; standalone: Wire<Failure>[] } {
  const all =
    references.length > 0
      ? references.flatMap((reference) => findTask(cluster, reference) ?? [])
      : [...cluster.tasks.values()];
  const standalone = all.filter(({ launch }) => launch.deployment === undefined);
  return {
    found: all.filter(({ launch }) => launch.deployment !== undefined),
    unknown: references.filter((reference) => !findTask(cluster, reference)),
    standalone: standalone.map((task) => ({
      arn: taskArn(account, task),
      reason: "TASK_NOT_VALID",
      detail: "The task does not belong to a service.",
    })),
  };
}
