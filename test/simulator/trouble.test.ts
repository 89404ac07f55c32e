import assert from "node:assert/strict";
import { DescribeSubnetsCommand, EC2Client } from "@aws-sdk/client-ec2";
import {
  CreateClusterCommand,
  ECSClient,
  ListClustersCommand,
  ListTaskDefinitionFamiliesCommand,
} from "@aws-sdk/client-ecs";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { startSimulator, type Simulator } from "../../simulator/src/simulator.ts";
import type { Trouble } from "../../simulator/src/trouble/trouble.ts";
import { clientSettings } from "./testAccount.ts";

describe("Scripted trouble", () => {
  let simulator: Simulator;
  const start = async (...trouble: Trouble[]): Promise<ECSClient> => {
    simulator = await startSimulator({ scenario: { trouble }, clock: "step" });
    return new ECSClient(clientSettings(simulator));
  };
  const outcome = (call: Promise<unknown>): Promise<string> =>
    call.then(
      () => "ok",
      (error: Error) => error.name,
    );
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

  it("delays answers", async () => {
    const ecs = await start({ latency: 0.05 });
    const begin = performance.now();
    await ecs.send(new ListClustersCommand({}));
    assert.ok(performance.now() - begin >= 50);
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

describe("The simulator's own controls over HTTP", () => {
  let simulator: Simulator;
  before(async () => void (simulator = await startSimulator({ clock: "step" })));
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
