import assert from "node:assert/strict";
import type { DescribeAlarmsCommandInput } from "@aws-sdk/client-cloudwatch";
import { Calls } from "../../client/src/aws/calls.ts";
import { MetricReads } from "../../client/src/aws/metricReads.ts";
import { alarms } from "../../client/src/aws/verify/alarms.ts";
import { HandClock } from "../support/handClock.ts";

const silent = { finished: () => undefined, throttling: () => undefined, recovered: () => undefined };

describe("Alarms", () => {
  let asked: DescribeAlarmsCommandInput[];
  const calls = new Calls(silent, 1_000, new HandClock());
  /** As CloudWatch: composite alarms only when asked for, at most 100 names. */
  const clients = {
    of: () => ({
      send: async ({ input }: { readonly input: DescribeAlarmsCommandInput }) => {
        asked.push(input);
        assert.ok((input.AlarmNames ?? []).length <= 100);
        const types = input.AlarmTypes ?? ["MetricAlarm"];
        const named = (start: string): object[] =>
          (input.AlarmNames ?? [])
            .filter((name) => name.startsWith(start))
            .map((AlarmName) => ({ AlarmName }));
        return {
          MetricAlarms: types.includes("MetricAlarm") ? named("metric") : [],
          CompositeAlarms: types.includes("CompositeAlarm") ? named("composite") : [],
        };
      },
    }),
  } as never;
  const names = [...Array.from({ length: 120 }, (_, index) => `metric-${index}`), "composite-1", "gone"];
  beforeEach(() => (asked = []));

  it("of a service are found, composite ones too, and more than one call takes", async () => {
    const found = await new MetricReads(clients, calls).alarms([...names, "metric-0"]);
    assert.deepEqual(
      found.map(({ AlarmName }) => AlarmName).sort(),
      names.filter((name) => name !== "gone").sort(),
    );
    assert.deepEqual(
      asked.map(({ AlarmNames }) => AlarmNames?.length),
      [100, 22],
    );
  });

  it("of a file are verified in the same way", async () => {
    const input = { deploymentConfiguration: { alarms: { alarmNames: names } } };
    const context = {
      input,
      calls,
      clients,
      region: "eu-west-1",
      account: "1",
      signal: new AbortController().signal,
    };
    const { findings } = await alarms(context);
    assert.deepEqual(
      findings.map(({ message }) => message),
      ["There is no alarm gone in eu-west-1."],
    );
    assert.equal(asked.length, 2);
  });
});
