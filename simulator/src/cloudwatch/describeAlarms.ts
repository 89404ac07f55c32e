import type { DescribeAlarmsInput, DescribeAlarmsOutput } from "@aws-sdk/client-cloudwatch";
import { operation } from "../protocol/operation.ts";
import { page } from "../protocol/paging.ts";
import { arn } from "../state/arn.ts";
import { ringingAlarms } from "../state/alarms.ts";

export const describeAlarms = operation<DescribeAlarmsInput, DescribeAlarmsOutput>(
  "DescribeAlarms",
  (account, input) => {
    const { AlarmNames, AlarmNamePrefix = "", StateValue: state } = input;
    const ringing = ringingAlarms(account);
    const stateOf = (name: string): "ALARM" | "OK" => (ringing.includes(name) ? "ALARM" : "OK");
    const found = account.alarms.filter(
      ({ name }) =>
        (!AlarmNames?.length || AlarmNames.includes(name)) &&
        name.startsWith(AlarmNamePrefix) &&
        (state === undefined || stateOf(name) === state),
    );
    const { items, nextToken } = page(
      found,
      { maxResults: input.MaxRecords, nextToken: input.NextToken },
      { default: 50, most: 100 },
    );
    const MetricAlarms = items.map(
      ({
        name,
        description,
        namespace = "AWS/ECS",
        metric = "CPUUtilization",
        threshold = 80,
        dimensions = {},
      }) => ({
        AlarmName: name,
        AlarmArn: arn(account, "cloudwatch", `alarm:${name}`),
        AlarmDescription: description,
        ActionsEnabled: true,
        OKActions: [],
        AlarmActions: [],
        InsufficientDataActions: [],
        StateValue: stateOf(name),
        StateReason:
          stateOf(name) === "ALARM"
            ? `Threshold Crossed: 1 datapoint was greater than the threshold (${threshold}).`
            : "Threshold not crossed.",
        StateUpdatedTimestamp: account.clock.now() - 60,
        MetricName: metric,
        Namespace: namespace,
        Statistic: "Average" as const,
        Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
        Period: 60,
        EvaluationPeriods: 1,
        Threshold: threshold,
        ComparisonOperator: "GreaterThanThreshold" as const,
      }),
    );
    return { MetricAlarms, CompositeAlarms: [], ...(nextToken !== undefined && { NextToken: nextToken }) };
  },
);
