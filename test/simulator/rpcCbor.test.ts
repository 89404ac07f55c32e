import assert from "node:assert/strict";
import { CloudWatchClient, DescribeAlarmsCommand, GetMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import { SmithyRpcV2CborProtocol } from "@smithy/core/cbor";
import fc from "fast-check";
import { decodeCbor, encodeCbor } from "../../simulator/src/http/cbor.ts";
import { startSimulator, type Simulator } from "../../simulator/src/simulator.ts";
import { clientSettings } from "./testAccount.ts";

describe("CloudWatch in CBOR, as clients in Go speak to it", () => {
  let simulator: Simulator;
  before(async () => void (simulator = await startSimulator({ scenario: "demo", clock: "step" })));
  after(() => simulator.close());

  const clients = (): readonly CloudWatchClient[] => [
    new CloudWatchClient(clientSettings(simulator)),
    new CloudWatchClient({ ...clientSettings(simulator), protocol: SmithyRpcV2CborProtocol }),
  ];

  it("answers as in JSON, times included", async () => {
    const end = new Date(simulator.clock.now() * 1000);
    const metric = {
      Namespace: "AWS/ECS",
      MetricName: "CPUUtilization",
      Dimensions: [
        { Name: "ClusterName", Value: "live" },
        { Name: "ServiceName", Value: "orders" },
      ],
    };
    const query = {
      StartTime: new Date(end.getTime() - 600_000),
      EndTime: end,
      MetricDataQueries: [{ Id: "cpu", MetricStat: { Metric: metric, Period: 60, Stat: "Average" } }],
    };
    const answers = await Promise.all(
      clients().map(async (client) => [
        (await client.send(new DescribeAlarmsCommand({}))).MetricAlarms,
        (await client.send(new GetMetricDataCommand(query))).MetricDataResults,
      ]),
    );
    assert.deepEqual(answers[1], answers[0]);
    const [[alarms, results]] = answers as any;
    assert.ok(alarms[0].StateUpdatedTimestamp instanceof Date);
    assert.ok(results[0].Timestamps.length > 0);
  });

  it("refuses what is no CBOR, and what is not played, in CBOR", async () => {
    const ask = async (operation: string, body: Buffer): Promise<unknown> => {
      const response = await fetch(
        `${simulator.endpoint}/service/GraniteServiceVersion20100801/operation/${operation}`,
        { method: "POST", headers: { "smithy-protocol": "rpc-v2-cbor" }, body: new Uint8Array(body) },
      );
      const { __type } = decodeCbor(Buffer.from(await response.arrayBuffer())) as { __type: string };
      return [response.status, __type];
    };
    for (const garbage of ["ff", "a1", "5bffffffffffffffff", "80", `${"81".repeat(200)}80`])
      assert.deepEqual(
        await ask("DescribeAlarms", Buffer.from(garbage, "hex")),
        [400, "SerializationException"],
        garbage,
      );
    assert.deepEqual(await ask("DeleteAlarms", encodeCbor({})), [400, "UnknownOperationException"]);
  });

  it("reads what it writes", () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: "small" },
        fc.string(),
        fc.boolean(),
        fc.double({ noNaN: true }).map((number) => number + 0),
        fc.integer(),
        fc.array(tie("any"), { maxLength: 40 }),
        fc.dictionary(fc.string(), tie("any"), { noNullPrototype: true }),
      ),
    })).any;
    fc.assert(fc.property(value, (any) => assert.deepEqual(decodeCbor(encodeCbor(any)), any)));
  });
});
