import { byText, valuesAt } from "../../model/inputValues.ts";
import { inBatches } from "../paging.ts";
import { atEach, checked, type Check } from "./check.ts";

/**
 * The most that one call takes:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
 */
const perCall = 100;

/** Alarms that watch over deployments exist: a hundred by one call. */
export const alarms: Check = async (context) => {
  const values = valuesAt(context.input, "deploymentConfiguration/alarms/alarmNames/*");
  return checked(values, "the alarms", async () => {
    const { CloudWatchClient, DescribeAlarmsCommand } = await import("@aws-sdk/client-cloudwatch");
    const client = context.clients.of(CloudWatchClient, "CloudWatch");
    const names = byText(values);
    const found = await inBatches([...names.keys()], perCall, async (batch) => {
      const input = {
        AlarmNames: [...batch],
        AlarmTypes: ["MetricAlarm" as const, "CompositeAlarm" as const],
        MaxRecords: perCall,
      };
      const { MetricAlarms = [], CompositeAlarms = [] } = await context.calls.read(
        "DescribeAlarms",
        input,
        (abortSignal) => client.send(new DescribeAlarmsCommand(input), { abortSignal }),
        context.signal,
      );
      return [...MetricAlarms, ...CompositeAlarms];
    });
    const existing = new Set(found.map(({ AlarmName }) => AlarmName));
    return [...names].flatMap(([name, places]) =>
      existing.has(name)
        ? []
        : atEach(places, "account-alarm", `There is no alarm ${name} in ${context.region}.`),
    );
  });
};
