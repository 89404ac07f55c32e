import assert from "node:assert/strict";
import { EventEmitter, once } from "node:events";
import { connect, type AddressInfo } from "node:net";
import {
  CreateServiceCommand,
  DescribeClustersCommand,
  ECSClient,
  ListClustersCommand,
  ListTagsForResourceCommand,
} from "@aws-sdk/client-ecs";
import { EventStream } from "../../simulator/src/protocol/eventStream.ts";
import { createHttpServer, type Outcome } from "../../simulator/src/http/server.ts";
import { startSimulator, type Simulator } from "../../simulator/src/simulator.ts";
import { until } from "../support/until.ts";
import { clientSettings, TestAccount } from "./testAccount.ts";

describe("A simulator that is used wrongly", () => {
  let simulator: Simulator;
  let ecs: ECSClient;
  beforeEach(async () => {
    simulator = await startSimulator({ scenario: "demo", clock: "step", control: true });
    ecs = new ECSClient(clientSettings(simulator));
  });
  afterEach(() => simulator.close());

  const call = async (operation: string, body: string): Promise<unknown> => {
    const headers = { "x-amz-target": `AmazonEC2ContainerServiceV20141113.${operation}` };
    const response = await fetch(simulator.endpoint, { method: "POST", headers, body });
    return [response.status, await response.json()];
  };
  const control = async (name: string, body: string): Promise<unknown> => {
    const response = await fetch(`${simulator.endpoint}/_simulator/${name}`, { method: "POST", body });
    return [response.status, await response.json()];
  };
  const refusal = (code: string, message: string): unknown => [400, { __type: code, message }];
  /** That the account is as it was, and answers. */
  const answers = async (): Promise<void> => {
    const { clusters } = await ecs.send(new DescribeClustersCommand({ clusters: ["live"] }));
    assert.deepEqual(
      clusters!.map(({ clusterName }) => clusterName),
      ["live"],
    );
  };

  it("refuses a body that is not an object", async () => {
    assert.deepEqual(
      await call("ListClusters", "{nope"),
      refusal("SerializationException", "Request body is not valid JSON."),
    );
    assert.deepEqual(
      await call("ListClusters", "[]"),
      refusal("SerializationException", "Unexpected field type"),
    );
    assert.deepEqual(
      await call("ListClusters", `${"[".repeat(50_000)}${"]".repeat(50_000)}`),
      refusal("SerializationException", "Request body is not valid JSON."),
    );
    await answers();
  });

  it("takes the names that every JavaScript object has for unknown ones", async () => {
    const clusters = ["__proto__", "constructor"];
    const failures = clusters.map((name) => ({
      arn: `arn:aws:ecs:eu-west-1:123456789012:cluster/${name}`,
      reason: "MISSING",
    }));
    assert.deepEqual(
      await call(
        "DescribeClusters",
        `{"__proto__": {"clusters": 1}, "toString": 1, "clusters": ${JSON.stringify(clusters)}}`,
      ),
      [200, { clusters: [], failures }],
    );
    await assert.rejects(
      ecs.send(
        new ListTagsForResourceCommand({ resourceArn: "arn:aws:ecs:eu-west-1:123456789012:constructor/x" }),
      ),
      {
        name: "InvalidParameterException",
        message: "The specified resource could not be found. Specify a valid ARN and try again.",
      },
    );
    await assert.rejects(
      startSimulator({ scenario: "constructor" }),
      /^RangeError: Unknown scenario "constructor": there are chaos, demo, deployments, empty, large\.$/,
    );
  });

  it("refuses what has the wrong JSON type in the neighbours of ECS as in ECS", async () => {
    const post = async (target: string, input: object): Promise<unknown> => {
      const response = await fetch(simulator.endpoint, {
        method: "POST",
        headers: { "x-amz-target": target },
        body: JSON.stringify(input),
      });
      return [response.status, await response.json()];
    };
    const wrong = (message: string): unknown => refusal("SerializationException", message);
    assert.deepEqual(
      await post("Logs_20140328.DescribeLogGroups", { logGroupNamePrefix: 5 }),
      wrong("NUMBER_VALUE cannot be converted to String"),
    );
    assert.deepEqual(
      await post("Logs_20140328.FilterLogEvents", { logGroupName: "/ecs/web", logStreamNames: "web" }),
      wrong("Expected list or null"),
    );
    assert.deepEqual(
      await post("AmazonEC2ContainerRegistry_V20150921.DescribeImages", { repositoryName: ["orders"] }),
      wrong("Start of list found where not expected"),
    );
    assert.deepEqual(
      await post("secretsmanager.DescribeSecret", { SecretId: {} }),
      wrong("Start of structure or map found where not expected."),
    );
    assert.deepEqual(
      await post("AmazonSSM.StartSession", { Target: true }),
      wrong("TRUE_VALUE cannot be converted to String"),
    );
    assert.deepEqual(
      await post("GraniteServiceVersion20100801.DescribeAlarms", { MaxRecords: "ten" }),
      wrong("STRING_VALUE cannot be converted to Integer"),
    );
    assert.deepEqual(
      await post("AnyScaleFrontendService.RegisterScalableTarget", { SuspendedState: "all" }),
      wrong("Unexpected field type"),
    );
  });

  it("refuses a page size in a form that is no number", async () => {
    const form = (fields: string): Promise<Response> =>
      fetch(simulator.endpoint, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: fields,
      });
    for (const fields of [
      "Action=ListRoles&Version=2010-05-08&MaxItems=many",
      "Action=DescribeSubnets&Version=2016-11-15&MaxResults=many",
      "Action=DescribeTargetGroups&Version=2015-12-01&PageSize=many",
    ]) {
      const response = await form(fields);
      assert.deepEqual(
        [response.status, /<Code>(.*)<\/Code>/.exec(await response.text())?.[1]],
        [400, "InvalidParameterException"],
        fields,
      );
    }
    const listing = await fetch(`${simulator.endpoint}/2015-02-01/file-systems?MaxItems=many`);
    assert.deepEqual(
      [listing.status, listing.headers.get("x-amzn-errortype")],
      [400, "InvalidParameterException"],
    );
  });

  it("refuses metrics of a period that is none, and of more periods than one answer holds", async () => {
    const span = {
      Namespace: "AWS/ECS",
      MetricName: "CPUUtilization",
      StartTime: 0,
      EndTime: 3600,
      Statistics: ["Average"],
    };
    const statistics = async (Period: number): Promise<unknown> => {
      const headers = { "x-amz-target": "GraniteServiceVersion20100801.GetMetricStatistics" };
      const response = await fetch(simulator.endpoint, {
        method: "POST",
        headers,
        body: JSON.stringify({ ...span, Period }),
      });
      return [response.status, ((await response.json()) as { __type?: string }).__type];
    };
    assert.deepEqual(await statistics(-60), [400, "InvalidParameterValue"]);
    assert.deepEqual(await statistics(0), [400, "InvalidParameterValue"]);
    assert.deepEqual(await statistics(1), [400, "InvalidParameterCombination"]);
    assert.deepEqual(await statistics(60), [200, undefined]);
  });

  it("refuses a body of 10 MB and keeps nothing of it", async () => {
    const body = JSON.stringify({ clusters: ["x".repeat(10_000_000)] });
    const expected = [
      413,
      { __type: "RequestEntityTooLargeException", message: "The request has more than 1048576 bytes." },
    ];
    for (let count = 0; count < 5; count++) assert.deepEqual(await call("DescribeClusters", body), expected);
    assert.deepEqual(simulator.calls, []);
    await answers();
  });

  it("says what is wrong with a control", async () => {
    assert.deepEqual(
      await control("advance", "soon"),
      refusal("ValidationException", "The body is not valid JSON."),
    );
    const seconds = refusal("ValidationException", "seconds must be a number from 0 to 31536000.");
    for (const body of [
      "{}",
      "null",
      '{"seconds": -1}',
      '{"seconds": "60"}',
      '{"seconds": 1e999}',
      '{"seconds": 31536001}',
    ])
      assert.deepEqual(await control("advance", body), seconds);
    assert.deepEqual(
      await control("trouble", '[{"error": "boom"}]'),
      refusal(
        "ValidationException",
        "/0/error must be one of throttling, serverError, unavailable, reset, hang, stall, accessDenied, expiredToken",
      ),
    );
    assert.deepEqual(await control("rewind", "{}"), [
      404,
      { __type: "NotFound", message: "The simulator has no control POST /_simulator/rewind." },
    ]);
    await answers();
  });

  it("answers a hundred callers at once", async () => {
    const all = await Promise.all(
      Array.from({ length: 100 }, () =>
        new ECSClient(clientSettings(simulator)).send(new ListClustersCommand({})),
      ),
    );
    assert.deepEqual(new Set(all.map(({ clusterArns }) => clusterArns!.length)), new Set([2]));
  });

  /** Sends a request by hand, and hangs up as soon as the condition is met. */
  const hangUp = async (request: string, when: () => Promise<void>): Promise<void> => {
    const socket = connect(Number(new URL(simulator.endpoint).port), "127.0.0.1");
    await once(socket, "connect");
    socket.write(request);
    await when();
    socket.destroy();
    await once(socket, "close");
  };
  const asked = async (): Promise<void> => void (await until("the call", () => simulator.calls.length === 1));
  const post = (target: string, body: string, length = body.length): string =>
    `POST / HTTP/1.1\r\nhost: localhost\r\nx-amz-target: ${target}\r\ncontent-length: ${length}\r\n\r\n${body}`;

  it("survives callers that hang up before, while and after they ask", async () => {
    await hangUp("", async () => {});
    await hangUp(post("AmazonEC2ContainerServiceV20141113.ListClusters", "{", 1000), async () => {});
    simulator.setTrouble([{ latency: 0.05 }]);
    await hangUp(post("AmazonEC2ContainerServiceV20141113.ListClusters", "{}"), asked);
    simulator.setTrouble([]);
    await answers();
  });
});

describe("A live tail", () => {
  it("does not begin for a caller who has hung up by then", async () => {
    const caller = new EventEmitter();
    const received = once(caller, "received");
    const hungUp = once(caller, "hungUp");
    let begun = 0;
    const stream = new EventStream(() => (begun++, () => {}));
    const dispatch = async (): Promise<Outcome> => {
      caller.emit("received");
      await hungUp;
      return { output: stream, breaksOff: false };
    };
    const server = createHttpServer(dispatch, undefined, () => "id");
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const closed = new Promise((resolve) =>
      server.once("request", (_request, response) => response.once("close", resolve)),
    );
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    socket.write(
      "POST / HTTP/1.1\r\nhost: localhost\r\nx-amz-target: Logs_20140328.StartLiveTail\r\ncontent-length: 2\r\n\r\n{}",
    );
    await received;
    socket.destroy();
    await closed;
    caller.emit("hungUp");
    await once(server.close(), "close");
    assert.equal(begun, 0);
  });
});

describe("A service with more tasks than ECS runs for one", () => {
  it("is refused, however many they are", async () => {
    const account = await TestAccount.start();
    await account.registerWeb("1");
    const create = (desiredCount: number) =>
      account.ecs.send(
        new CreateServiceCommand({
          cluster: "live",
          serviceName: "many",
          taskDefinition: "web",
          desiredCount,
        }),
      );
    for (const desiredCount of [5001, 2_000_000_000])
      await assert.rejects(create(desiredCount), {
        name: "InvalidParameterException",
        message: "Desired count should be at most 5000.",
      });
    await account.close();
  });
});
