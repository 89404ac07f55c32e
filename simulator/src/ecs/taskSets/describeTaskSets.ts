import type { DescribeTaskSetsRequest, DescribeTaskSetsResponse } from "@aws-sdk/client-ecs";
import { findTaskSet } from "../../state/taskSet.ts";
import { missing } from "../failures.ts";
import { operation } from "../ecsOperation.ts";
import { requireExternalService } from "./requireTaskSet.ts";
import { taskSetRecord } from "./taskSetRecord.ts";

export const describeTaskSets = operation<DescribeTaskSetsRequest, DescribeTaskSetsResponse>(
  "DescribeTaskSets",
  (account, input) => {
    const service = requireExternalService(account, input);
    const references = input.taskSets ?? service.taskSets.map(({ record }) => record.id);
    const tagged = input.include?.includes("TAGS");
    return {
      taskSets: references.flatMap((reference) => {
        const taskSet = findTaskSet(service, reference);
        return taskSet ? { ...taskSetRecord(account, service, taskSet), ...(!tagged && { tags: [] }) } : [];
      }),
      failures: missing(
        account,
        `task-set/${service.cluster.name}/${service.name}/`,
        references.filter((reference) => !findTaskSet(service, reference)),
      ),
    };
  },
);
