import type {
  DescribeParametersRequest,
  DescribeParametersResult,
  ParameterStringFilter,
} from "@aws-sdk/client-ssm";
import { operation, type Operation } from "../protocol/operation.ts";
import { page } from "../protocol/paging.ts";
import { arn } from "../state/arn.ts";
import type { Wire } from "../protocol/wire.ts";
import { describeSessions, startSession, terminateSession } from "./sessions.ts";

/** Parameters without their values, which the simulator never has. */
const describeParameters = operation<DescribeParametersRequest, DescribeParametersResult>(
  "DescribeParameters",
  (account, input) => {
    const filters = (input.ParameterFilters ?? []).filter(({ Key }) => Key === "Name");
    const found = account.resources.parameters.filter(({ name }) =>
      filters.every((filter) => matches(name, filter)),
    );
    const { items, nextToken } = page(
      found,
      { maxResults: input.MaxResults, nextToken: input.NextToken },
      { default: 50, most: 50 },
    );
    const Parameters = items.map(({ name, description, type = "String" }) => ({
      Name: name,
      ARN: arn(account, "ssm", `parameter/${name.replace(/^\//, "")}`),
      Type: type,
      Description: description,
      LastModifiedDate: account.clock.now() - 30 * 86400,
      Version: 1,
      Tier: "Standard" as const,
      DataType: "text",
    }));
    return { Parameters, ...(nextToken !== undefined && { NextToken: nextToken }) };
  },
);

function matches(name: string, { Option = "Equals", Values = [] }: Wire<ParameterStringFilter>): boolean {
  if (Option === "BeginsWith") return Values.some((value) => name.startsWith(value));
  if (Option === "Contains") return Values.some((value) => name.includes(value));
  return Values.includes(name);
}

export const ssmOperations: readonly Operation[] = [
  describeParameters,
  describeSessions,
  startSession,
  terminateSession,
];
