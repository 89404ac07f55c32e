import { byText, valuesAt } from "../../model/inputValues.ts";
import { atEach, checked, type Check } from "./check.ts";

/** Alarms that watch over deployments exist: all by one call. */
export const alarms: Check = async (context) => {
  const values = valuesAt(context.input, "deploymentConfiguration/alarms/alarmNames/*");
  return checked(values, "the alarms", async () => {
    const { CloudWatchClient, DescribeAlarmsCommand } = await import("@aws-sdk/client-cloudwatch");
    const client = context.clients.of(CloudWatchClient, "CloudWatch");
    const names = byText(values);
    const input = {
      AlarmNames: [...names.keys()],
      AlarmTypes: ["MetricAlarm" as const, "CompositeAlarm" as const],
      MaxRecords: 100,
    };
    const { MetricAlarms = [], CompositeAlarms = [] } = await context.calls.read(
      "DescribeAlarms",
      input,
      (abortSignal) => client.send(new DescribeAlarmsCommand(input), { abortSignal }),
      context.signal,
    );
    const existing = new Set([...MetricAlarms, ...CompositeAlarms].map(({ AlarmName }) => AlarmName));
    return [...names].flatMap(([name, places]) =>
      existing.has(name)
        ? []
        : atEach(places, "account-alarm", `There is no alarm ${name} in ${context.region}.`),
    );
  });
};
