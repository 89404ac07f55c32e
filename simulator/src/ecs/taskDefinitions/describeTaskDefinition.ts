import type { DescribeTaskDefinitionRequest, DescribeTaskDefinitionResponse } from "@aws-sdk/client-ecs";
import { operation } from "../../operation.ts";
import { requireTaskDefinition } from "../../state/taskDefinition.ts";

export const describeTaskDefinition = operation<DescribeTaskDefinitionRequest, DescribeTaskDefinitionResponse>(
  "DescribeTaskDefinition",
  (account, input) => {
    const { record, tags } = requireTaskDefinition(account, input.taskDefinition ?? "");
    return { taskDefinition: record, tags: input.include?.includes("TAGS") ? tags : [] };
  },
);
