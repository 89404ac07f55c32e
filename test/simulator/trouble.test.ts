import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import { DescribeSubnetsCommand, EC2Client } from "@aws-sdk/client-ec2";
import {
  CreateClusterCommand,
  ECSClient,
  ListClustersCommand,
  ListTaskDefinitionFamiliesCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { startSimulator, type Simulator } from "../../simulator/src/simulator.ts";
import type { Trouble } from "../../simulator/src/trouble/trouble.ts";
import { until } from "../support/until.ts";
import { clientSettings, TestAccount } from "./testAccount.ts";

describe("Scripted trouble", () => {
  let simulator: Simulator;
  const start = async (...trouble: Trouble[]): Promise<ECSClient> => {
    simulator = await startSimulator({ scenario: { trouble }, clock: "step", control: true });
    return new ECSClient(clientSettings(simulator));
  };
  const outcome = (call: Promise<unknown>): Promise<string> =>
    call.then(
      () => "ok",
      (error: Error) => error.name,
    );
  /** Makes a call and gives up once the simulator has received it, or has carried it out. */
  const impatient = async (ecs: ECSClient, isDone: () => boolean | Promise<boolean>): Promise<string> => {
    const aborted = new AbortController();
    const call = new CreateClusterCommand({ clusterName: "live" });
    const ended = outcome(ecs.send(call, { abortSignal: aborted.signal }));
    await until("the call", isDone);
    aborted.abort();
    return ended;
  };
  const clusters = async (ecs: ECSClient): Promise<number | undefined> =>
    (await ecs.send(new ListClustersCommand({}))).clusterArns?.length;
  afterEach(() => simulator.close());

  it("denies an operation in the words of IAM", async () => {
    const ecs = await start({ operations: ["ListClusters"], error: "accessDenied" });
    await assert.rejects(ecs.send(new ListClustersCommand({})), {
      name: "AccessDeniedException",
      message:
        "User: arn:aws:iam::123456789012:user/simulated is not authorized to perform: ecs:ListClusters on resource: * because no identity-based policy allows the ecs:ListClusters action",
    });
    assert.equal(await outcome(ecs.send(new ListTaskDefinitionFamiliesCommand({}))), "ok");
  });

  it("lets credentials expire, in the dialect of each API", async () => {
    const ecs = await start({ error: "expiredToken" });
    assert.equal(await outcome(ecs.send(new ListClustersCommand({}))), "ExpiredTokenException");
    assert.equal(
      await outcome(new STSClient(clientSettings(simulator)).send(new GetCallerIdentityCommand({}))),
      "ExpiredToken",
    );
    assert.equal(
      await outcome(new EC2Client(clientSettings(simulator)).send(new DescribeSubnetsCommand({}))),
      "RequestExpired",
    );
  });

  it("throttles calls beyond a rate, and the SDK gets through by trying again", async () => {
    const ecs = await start({ operations: ["List*"], perSecond: 2, burst: 3 });
    const calls = Array.from({ length: 6 }, () => outcome(ecs.send(new ListClustersCommand({}))));
    assert.deepEqual((await Promise.all(calls)).toSorted(), [
      "ThrottlingException",
      "ThrottlingException",
      "ThrottlingException",
      "ok",
      "ok",
      "ok",
    ]);
    assert.equal(await outcome(ecs.send(new CreateClusterCommand({}))), "ok");
    const patient = new ECSClient({ ...clientSettings(simulator), maxAttempts: 10 });
    assert.equal(await outcome(patient.send(new ListClustersCommand({}))), "ok");
  });

  it("fails every nth call with a server error", async () => {
    const ecs = await start({ every: 3, error: "serverError" });
    const outcomes = [];
    for (let call = 0; call < 6; call++) outcomes.push(await outcome(ecs.send(new ListClustersCommand({}))));
    assert.deepEqual(outcomes, ["ok", "ok", "ServerException", "ok", "ok", "ServerException"]);
  });

  it("fails a share of calls, the same ones for the same seed", async () => {
    const play = async (): Promise<string[]> => {
      const ecs = await start({ share: 0.5, error: "unavailable" });
      const outcomes: string[] = [];
      for (let call = 0; call < 12; call++)
        outcomes.push(await outcome(ecs.send(new ListClustersCommand({}))));
      return outcomes;
    };
    const first = await play();
    await simulator.close();
    assert.deepEqual(await play(), first);
    assert.deepEqual(new Set(first), new Set(["ok", "ServiceUnavailableException"]));
  });

  it("resets the connection", async () => {
    const ecs = await start({ error: "reset" });
    await assert.rejects(ecs.send(new ListClustersCommand({})), { code: "ECONNRESET" });
  });

  it("never answers, and does nothing", async () => {
    const ecs = await start({ operations: ["CreateCluster"], error: "hang", times: 1 });
    assert.equal(await impatient(ecs, () => simulator.calls.length === 1), "AbortError");
    assert.equal(await clusters(ecs), 0);
  });

  it("carries a call out and loses its answer", async () => {
    for (const [error, name] of [
      ["reset", "TimeoutError"],
      ["serverError", "ServerException"],
    ] as const) {
      const ecs = await start({ operations: ["CreateCluster"], error, carriedOut: true });
      assert.equal(await outcome(ecs.send(new CreateClusterCommand({ clusterName: "live" }))), name);
      assert.equal(await clusters(ecs), 1);
      await simulator.close();
    }
  });

  it("carries a call out that it never answers", async () => {
    const ecs = await start({ operations: ["CreateCluster"], error: "hang", carriedOut: true });
    assert.equal(await impatient(ecs, async () => (await clusters(ecs)) === 1), "AbortError");
  });

  it("breaks an answer off in its middle, and keeps the connection open", async () => {
    await start({ error: "stall" });
    const response = await fetch(simulator.endpoint, {
      method: "POST",
      headers: { "x-amz-target": "AmazonEC2ContainerServiceV20141113.ListClusters" },
      body: "{}",
    });
    const reader = response.body!.getReader();
    assert.equal(new TextDecoder().decode((await reader.read()).value), '{"cluster');
    const next = await Promise.race([reader.read(), delay(50, "nothing")]);
    assert.equal(next, "nothing");
    await reader.cancel();
  });

  it("befalls no more calls than it is to", async () => {
    const ecs = await start({ error: "unavailable", times: 2 });
    const outcomes = [];
    for (let call = 0; call < 4; call++) outcomes.push(await outcome(ecs.send(new ListClustersCommand({}))));
    assert.deepEqual(outcomes, ["ServiceUnavailableException", "ServiceUnavailableException", "ok", "ok"]);
  });

  it("lets the credentials of one access key expire", async () => {
    const ecs = await start({ accessKeyId: "AKIASIMULATED", from: 60, error: "expiredToken" });
    const settings = clientSettings(simulator);
    const renewed = new ECSClient({
      ...settings,
      credentials: { accessKeyId: "AKIARENEWED", secretAccessKey: "simulated" },
    });
    assert.equal(await outcome(ecs.send(new ListClustersCommand({}))), "ok");
    simulator.clock.advance(60);
    assert.equal(await outcome(ecs.send(new ListClustersCommand({}))), "ExpiredTokenException");
    assert.equal(await outcome(renewed.send(new ListClustersCommand({}))), "ok");
    assert.deepEqual(
      simulator.calls.map(({ accessKeyId }) => accessKeyId),
      ["AKIASIMULATED", "AKIASIMULATED", "AKIARENEWED"],
    );
  });

  it("delays answers", async () => {
    const ecs = await start({ latency: 0.05 });
    const begin = performance.now();
    await ecs.send(new ListClustersCommand({}));
    assert.ok(performance.now() - begin >= 50);
  });

  it("delays answers in simulated time", async () => {
    const ecs = await start({ late: 5 });
    let isThere = false;
    const answer = ecs.send(new ListClustersCommand({})).then(() => (isThere = true));
    await until("the call", () => simulator.calls.length === 1);
    simulator.clock.advance(4);
    assert.equal(isThere, false);
    simulator.clock.advance(1);
    await answer;
  });

  it("befalls all calls whose access keys begin alike", async () => {
    const ecs = await start({ accessKeyId: "AKIASIM*", error: "accessDenied" });
    assert.equal(await outcome(ecs.send(new ListClustersCommand({}))), "AccessDeniedException");
    simulator.setTrouble([{ accessKeyId: "AKIAOTHER*", error: "accessDenied" }]);
    assert.equal(await outcome(ecs.send(new ListClustersCommand({}))), "ok");
  });

  it("does not befall who asks in the process", async () => {
    await start({ error: "accessDenied" });
    assert.deepEqual(simulator.ask("ListClusters"), { clusterArns: [] });
    assert.deepEqual(simulator.ask("DescribeSessions", { State: "Active" }, "ssm"), { Sessions: [] });
    assert.deepEqual(simulator.calls, []);
  });

  it("comes and goes with simulated time", async () => {
    const ecs = await start({ from: 10, until: 20, error: "unavailable" });
    const outcomes = [];
    for (let step = 0; step < 3; step++) {
      outcomes.push(await outcome(ecs.send(new ListClustersCommand({}))));
      simulator.clock.advance(10);
    }
    assert.deepEqual(outcomes, ["ok", "ServiceUnavailableException", "ok"]);
  });

  it("can be replaced while the simulator runs, in the process and over HTTP", async () => {
    const ecs = await start({ error: "accessDenied" });
    simulator.setTrouble([]);
    assert.equal(await outcome(ecs.send(new ListClustersCommand({}))), "ok");
    await fetch(`${simulator.endpoint}/_simulator/trouble`, {
      method: "POST",
      body: JSON.stringify([{ error: "expiredToken" }]),
    });
    assert.equal(await outcome(ecs.send(new ListClustersCommand({}))), "ExpiredTokenException");
  });
});

describe("Reads that are behind the writes", () => {
  let account: TestAccount;
  afterEach(() => account.close());
  const start = async (trouble: Trouble): Promise<void> => {
    account = await TestAccount.start();
    await account.registerWeb("1");
    await account.createWeb();
    account.advance(300);
    account.simulator.setTrouble([trouble]);
  };
  const update = (): Promise<unknown> =>
    account.ecs.send(
      new UpdateServiceCommand({
        cluster: "live",
        service: "web",
        forceNewDeployment: true,
        desiredCount: 3,
      }),
    );
  const seen = async (): Promise<string> => {
    const { deployments, desiredCount, runningCount } = await account.service();
    return `${deployments!.length} deployments, ${runningCount} of ${desiredCount} tasks`;
  };

  it("see the account as it was before the write for a while, and then as it is", async () => {
    await start({ stale: 20 });
    const arns = (await account.service()).deployments!.map(({ id }) => id);
    await update();
    assert.equal(await seen(), "1 deployments, 2 of 2 tasks");
    assert.deepEqual(
      (await account.service()).deployments!.map(({ id }) => id),
      arns,
    );
    account.advance(19);
    assert.equal(await seen(), "1 deployments, 2 of 2 tasks");
    account.advance(1);
    assert.equal(await seen(), "2 deployments, 3 of 3 tasks");
  });

  it("are some of the reads, or those of one operation", async () => {
    await start({ stale: 60, operations: ["DescribeServices"], every: 2 });
    await update();
    assert.deepEqual(
      [await seen(), await seen(), await seen()],
      ["2 deployments, 2 of 3 tasks", "1 deployments, 2 of 2 tasks", "2 deployments, 2 of 3 tasks"],
    );
  });

  it("do not know what was just created", async () => {
    account = await TestAccount.start({ trouble: [{ stale: 10 }] });
    await account.registerWeb("1");
    account.advance(10);
    await account.createWeb();
    assert.equal(await account.service(), undefined);
    account.advance(10);
    assert.equal((await account.service()).serviceName, "web");
  });
});

describe("Other people", () => {
  let account: TestAccount;
  afterEach(() => account.close());

  it("write at their times", async () => {
    const input = { cluster: "live", service: "web", desiredCount: 7 };
    account = await TestAccount.start({
      others: [
        { at: 30, operation: "UpdateService", input: { ...input, service: "unknown" } },
        { at: 60, operation: "UpdateService", input },
      ],
    });
    await account.registerWeb("1");
    await account.createWeb();
    account.advance(59);
    assert.equal((await account.service()).desiredCount, 2);
    account.advance(1);
    assert.equal((await account.service()).desiredCount, 7);
    // They are not the callers whose calls are counted.
    assert.ok(account.simulator.calls.every(({ operation }) => operation !== "UpdateService"));
  });

  it("write just before a call", async () => {
    account = await TestAccount.start();
    await account.registerWeb("1");
    account.simulator.setTrouble([
      {
        operations: ["CreateService"],
        meanwhile: [{ operation: "DeregisterTaskDefinition", input: { taskDefinition: "web:1" } }],
      },
    ]);
    await assert.rejects(account.createWeb(), {
      name: "ClientException",
      message: "TaskDefinition not found.",
    });
  });
});

describe("The simulator's own controls over HTTP", () => {
  let simulator: Simulator;
  before(async () => void (simulator = await startSimulator({ clock: "step", control: true })));
  after(() => simulator.close());
  const ask = async (method: string, name: string, body?: object): Promise<any> => {
    const response = await fetch(`${simulator.endpoint}/_simulator/${name}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    return response.json();
  };

  it("tell the calls and forget them", async () => {
    await new ECSClient(clientSettings(simulator)).send(new ListClustersCommand({}));
    assert.deepEqual(
      (await ask("GET", "calls")).map((call: any) => call.operation),
      ["ListClusters"],
    );
    await ask("POST", "resetCalls");
    assert.deepEqual(await ask("GET", "calls"), []);
  });

  it("move time forward", async () => {
    const before = simulator.clock.now();
    await ask("POST", "advance", { seconds: 90 });
    assert.equal(simulator.clock.now() - before, 90);
  });
});
