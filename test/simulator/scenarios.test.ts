import "../support/checkedAnswers.ts";
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { DescribeServicesCommand, ECSClient, ListServicesCommand } from "@aws-sdk/client-ecs";
import { readScenarioFile } from "../../simulator/src/scenario/scenarioFile.ts";
import { scenarios } from "../../simulator/src/scenario/scenarios/index.ts";
import { startSimulator, type Simulator } from "../../simulator/src/simulator.ts";
import { clientSettings } from "./testAccount.ts";

describe("The scenarios that come with the simulator", () => {
  it("are valid by the schema of scenario files", async () => {
    const schema = JSON.parse(
      await readFile(new URL("../../schemas/simulator-scenario.schema.json", import.meta.url), "utf8"),
    );
    const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);
    for (const [name, scenario] of Object.entries(scenarios)) {
      validate(JSON.parse(JSON.stringify(scenario)));
      assert.deepEqual(validate.errors, null, name);
    }
  });

  it("can be written to a file and read again", async () => {
    const folder = await mkdtemp(join(tmpdir(), "scenario-"));
    try {
      const file = join(folder, "demo.json");
      await writeFile(file, JSON.stringify(scenarios.demo));
      assert.deepEqual(await readScenarioFile(file), JSON.parse(JSON.stringify(scenarios.demo)));
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("plays every kind of deployment in `deployments`", async () => {
    const simulator = await startSimulator({ scenario: "deployments", clock: "step" });
    try {
      simulator.clock.advance(400);
      const states = await serviceStates(simulator, "fargate");
      assert.deepEqual(states, {
        alarming: "2/2 alarming:1",
        big: "0/1 big:1",
        "blue-green": "4/2 blue-green:2",
        canary: "8/4 canary:2",
        crashing: "2/2 crashing:1",
        linear: "8/4 linear:2",
        paused: "4/2 paused:2",
        unhealthy: "2/2 unhealthy:1",
        unpullable: "2/2 unpullable:2",
      });
      assert.deepEqual(await serviceStates(simulator, "instances"), {
        agent: "3/3 agent:1",
        hungry: "2/3 hungry:1",
      });
    } finally {
      await simulator.close();
    }
  });
});

/** Running and desired counts, and the primary task definition, by service. */
async function serviceStates(simulator: Simulator, cluster: string): Promise<Record<string, string>> {
  const ecs = new ECSClient(clientSettings(simulator));
  const { serviceArns } = await ecs.send(new ListServicesCommand({ cluster }));
  const { services } = await ecs.send(new DescribeServicesCommand({ cluster, services: serviceArns! }));
  const states = services!.map(({ serviceName, runningCount, desiredCount, taskDefinition }) => [
    serviceName!,
    `${runningCount!}/${desiredCount!} ${taskDefinition!.split("/")[1]!}`,
  ]);
  return Object.fromEntries(states.toSorted());
}

describe("A scenario file", () => {
  let folder: string;
  before(async () => void (folder = await mkdtemp(join(tmpdir(), "scenario-"))));
  after(() => rm(folder, { recursive: true }));
  const read = async (text: string): Promise<unknown> => {
    const file = join(folder, "scenario.json");
    await writeFile(file, text);
    return readScenarioFile(file).catch((error: Error) => error.message.replace(file, "scenario.json"));
  };

  it("that is not JSON is refused with what the parser says", async () => {
    assert.match(
      (await read('{ "clusters": [ }')) as string,
      /^scenario\.json is not JSON: Unexpected token /,
    );
  });

  it("with members that are not known, or of a wrong type, is refused with their paths", async () => {
    const scenario = { cluster: [], clusters: [{ services: {} }], trouble: [{ error: "slow", share: 2 }] };
    assert.equal(
      await read(JSON.stringify(scenario)),
      `scenario.json is not a scenario:
  /cluster is not known; there are $schema, account, region, seed, pace, behaviours, alarms, failingHooks, taskDefinitions, clusters, resources, scaling, trouble, others
  /clusters/0 lacks "name"
  /clusters/0/services must be of type array
  /trouble/0/error must be one of throttling, serverError, unavailable, reset, hang, stall, accessDenied, expiredToken
  /trouble/0/share must be at most 1`,
    );
  });

  it("that asks for what the API refuses says what that was", async () => {
    const scenario = {
      clusters: [{ name: "live", services: [{ serviceName: "web", taskDefinition: "web" }] }],
    };
    await assert.rejects(startSimulator({ scenario }), {
      code: "ClientException",
      message: "cluster live: service web: TaskDefinition not found.",
    });
  });
});
