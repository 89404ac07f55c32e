import type { DescribeLogGroupsRequest, DescribeLogGroupsResponse } from "@aws-sdk/client-cloudwatch-logs";
import { operation } from "../protocol/operation.ts";
import { page } from "../protocol/paging.ts";
import { arn } from "../state/arn.ts";
import { groupNames } from "./groups.ts";

export const describeLogGroups = operation<DescribeLogGroupsRequest, DescribeLogGroupsResponse>(
  "DescribeLogGroups",
  (account, input) => {
    const { logGroupNamePrefix = "", logGroupNamePattern = "", limit, nextToken } = input;
    const names = groupNames(account).filter(
      (name) => name.startsWith(logGroupNamePrefix) && name.includes(logGroupNamePattern),
    );
    const { items, ...rest } = page(names, { maxResults: limit, nextToken }, { default: 50, most: 50 });
    const logGroups = items.map((name) => ({
      logGroupName: name,
      creationTime: Math.round((account.clock.now() - 90 * 86400) * 1000),
      ...retention(account.resources.logGroups.find((group) => group.name === name)?.retentionInDays),
      metricFilterCount: 0,
      arn: arn(account, "logs", `log-group:${name}:*`),
      logGroupArn: arn(account, "logs", `log-group:${name}`),
      logGroupClass: "STANDARD" as const,
      storedBytes: 0,
    }));
    return { logGroups, ...rest };
  },
);

const retention = (days: number | undefined): { retentionInDays?: number } =>
  days === undefined ? {} : { retentionInDays: days };
