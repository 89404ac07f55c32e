import type { DescribeTaskDefinitionRequest, DescribeTaskDefinitionResponse } from "@aws-sdk/client-ecs";
import { clientError } from "../../protocol/apiError.ts";
import { operation } from "../ecsOperation.ts";
import { findTaskDefinition } from "../../state/taskDefinition.ts";

export const describeTaskDefinition = operation<
  DescribeTaskDefinitionRequest,
  DescribeTaskDefinitionResponse
>("DescribeTaskDefinition", (account, input) => {
  const found = findTaskDefinition(account, input.taskDefinition ?? "");
  if (!found) throw clientError("Unable to describe task definition.");
  return { taskDefinition: found.record, tags: input.include?.includes("TAGS") ? found.tags : [] };
});
