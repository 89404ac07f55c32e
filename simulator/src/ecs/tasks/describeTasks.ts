import type { DescribeTasksRequest, DescribeTasksResponse } from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../protocol/apiError.ts";
import { operation } from "../ecsOperation.ts";
import { requireCluster } from "../../state/cluster.ts";
import { findTask } from "../../state/task.ts";
import { missing } from "../failures.ts";
import { taskRecord } from "./taskRecord.ts";

export const describeTasks = operation<DescribeTasksRequest, DescribeTasksResponse>(
  "DescribeTasks",
  (account, input) => {
    const cluster = requireCluster(account, input.cluster);
    const references = input.tasks ?? [];
    if (references.length === 0) throw invalidParameter("Tasks cannot be empty.");
    if (references.length > 100) throw invalidParameter("Tasks cannot have more than 100 elements.");
    const tagged = input.include?.includes("TAGS");
    return {
      tasks: references.flatMap((reference) => {
        const task = findTask(cluster, reference);
        return task ? { ...taskRecord(account, task), ...(!tagged && { tags: [] }) } : [];
      }),
      failures: missing(
        account,
        `task/${cluster.name}/`,
        references.filter((reference) => !findTask(cluster, reference)),
      ),
    };
  },
);
