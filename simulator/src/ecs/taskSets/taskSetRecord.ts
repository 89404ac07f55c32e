import type { TaskSet as AwsTaskSet } from "@aws-sdk/client-ecs";
import { isStable } from "../../engine/taskSets.ts";
import { computedDesiredCount } from "../../state/taskSet.ts";
import type { Wire } from "../../protocol/wire.ts";
import { count } from "../services/taskCounts.ts";
import type { Account, Service, TaskSet } from "../../state/types.ts";

/** A task set with its present counts, as DescribeTaskSets answers it. */
export function taskSetRecord(account: Account, service: Service, taskSet: TaskSet): Wire<AwsTaskSet> {
  const { record, status, scale, updatedAt, tags } = taskSet;
  return {
    ...record,
    status,
    scale,
    updatedAt,
    tags,
    computedDesiredCount: computedDesiredCount(service, taskSet),
    ...count([...service.tasks].filter((task) => task.launch.deployment === record.id)),
    stabilityStatus: isStable(service, taskSet) ? "STEADY_STATE" : "STABILIZING",
    stabilityStatusAt: account.clock.now(),
  };
}
