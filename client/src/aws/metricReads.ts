import type { CloudWatchClient, CompositeAlarm, MetricAlarm } from "@aws-sdk/client-cloudwatch";
import type { Calls } from "./calls.ts";
import type { Clients } from "./clients.ts";
import { inBatches } from "./paging.ts";

/** A value at a time. */
export interface Sample {
  readonly time: Date;
  /** Percent of what the service reserved. */
  readonly value: number;
}

export interface Utilization {
  readonly cpu: readonly Sample[];
  readonly memory: readonly Sample[];
}

/** Seconds of a sample: the service metrics of ECS come once a minute. */
const period = 60;

/** What alarms of metrics and of other alarms have in common. */
export type Alarm = Pick<
  CompositeAlarm & MetricAlarm,
  "AlarmArn" | "AlarmName" | "StateReason" | "StateValue"
>;

/**
 * The most that one call takes and answers:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
 */
const alarmsPerCall = 100;

/** Reads metrics and alarms of CloudWatch. */
export class MetricReads {
  readonly #clients: Clients;
  readonly #calls: Calls;

  constructor(clients: Clients, calls: Calls) {
    this.#clients = clients;
    this.#calls = calls;
  }

  /** CPU and memory of a service in the given time, oldest first: one call. */
  async utilization(
    clusterName: string,
    serviceName: string,
    from: Date,
    to: Date,
    signal?: AbortSignal,
  ): Promise<Utilization> {
    const { GetMetricDataCommand } = await import("@aws-sdk/client-cloudwatch");
    const client = await this.#cloudWatch();
    const query = (Id: string, MetricName: string) => ({
      Id,
      MetricStat: {
        Metric: {
          Namespace: "AWS/ECS",
          MetricName,
          Dimensions: [
            { Name: "ClusterName", Value: clusterName },
            { Name: "ServiceName", Value: serviceName },
          ],
        },
        Period: period,
        Stat: "Average",
      },
    });
    const input = {
      StartTime: from,
      EndTime: to,
      ScanBy: "TimestampAscending" as const,
      MetricDataQueries: [query("cpu", "CPUUtilization"), query("memory", "MemoryUtilization")],
    };
    const { MetricDataResults = [] } = await this.#calls.read(
      "GetMetricData",
      input,
      (abortSignal) => client.send(new GetMetricDataCommand(input), { abortSignal }),
      signal,
    );
    const samples = (id: string): readonly Sample[] => {
      const result = MetricDataResults.find(({ Id }) => Id === id);
      return (result?.Timestamps ?? []).map((time, index) => ({ time, value: result?.Values?.[index] ?? 0 }));
    };
    return { cpu: samples("cpu"), memory: samples("memory") };
  }

  /** The alarms of these names, composite ones included; those that are not there are absent. */
  async alarms(names: readonly string[], signal?: AbortSignal): Promise<readonly Alarm[]> {
    return inBatches([...new Set(names)], alarmsPerCall, (batch) => this.#alarms(batch, signal));
  }

  async #alarms(names: readonly string[], signal?: AbortSignal): Promise<readonly Alarm[]> {
    const { DescribeAlarmsCommand } = await import("@aws-sdk/client-cloudwatch");
    const client = await this.#cloudWatch();
    const input = {
      AlarmNames: [...names],
      // Without types, CloudWatch leaves out composite alarms.
      AlarmTypes: ["MetricAlarm" as const, "CompositeAlarm" as const],
      MaxRecords: alarmsPerCall,
    };
    const { MetricAlarms = [], CompositeAlarms = [] } = await this.#calls.read(
      "DescribeAlarms",
      input,
      (abortSignal) => client.send(new DescribeAlarmsCommand(input), { abortSignal }),
      signal,
    );
    return [...MetricAlarms, ...CompositeAlarms];
  }

  async #cloudWatch(): Promise<CloudWatchClient> {
    const { CloudWatchClient } = await import("@aws-sdk/client-cloudwatch");
    return this.#clients.of(CloudWatchClient, "CloudWatch");
  }
}
