import assert from "node:assert/strict";
import { deploy } from "../../../client/src/commands/deploying/deploy.ts";
import { dryRun } from "../../../client/src/commands/deploying/dryRun.ts";
import { cliCommand } from "../../../client/src/model/cliCommand.ts";
import { isReading } from "../../support/awsOperations.ts";
import { commandContext, type TestContextOptions } from "../../support/commandContext.ts";
import { plainShop } from "../../support/plainShop.ts";
import { ScriptedUi, type Answer } from "../../support/scriptedUi.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";

const orders = (tag: string, container: object = {}): object => ({
  family: "orders",
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  cpu: "256",
  memory: "512",
  executionRoleArn: "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
  containerDefinitions: [
    { name: "app", image: `123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/orders:${tag}`, ...container },
  ],
});

describe("The calls of a deploy", () => {
  let account: SimulatedAccount;
  beforeEach(async () => (account = await simulatedAccount({ scenario: plainShop, clock: "fast:1000" })));
  afterEach(() => account.close());

  const writes = (): readonly (readonly [string, object])[] =>
    account.simulator.calls
      .filter(({ operation }) => !isReading(operation))
      .map(({ operation, input }) => [operation, input]);
  const run = async (options: TestContextOptions, ...answers: Answer[]): Promise<ScriptedUi> => {
    const ui = new ScriptedUi(...answers);
    await dryRun.run(commandContext(account, ui, options), undefined, []);
    assert.deepEqual(writes(), []);
    return ui;
  };
  /** The commands of the document: `update-service`, and what their JSON says. */
  const shown = (ui: ScriptedUi): readonly (readonly [string, unknown])[] =>
    [
      ...ui.documents[0]!.text.matchAll(
        /^aws ecs (\S+) --profile simulated --region eu-west-1 --cli-input-json '(.*?)'$/gms,
      ),
    ].map(([, command = "", json = ""]) => [command, JSON.parse(json.replaceAll("'\\''", "'"))]);

  it("are shown as commands of the AWS CLI, and then those that it sends", async () => {
    const file = orders("1.5.0", { command: ["sh", "-c", "echo 'it''s up'"] });
    const ui = await run({ file }, "live", "orders");
    assert.deepEqual(ui.documents[0]!.text.split("\n").slice(0, 2), [
      "# What deploying task-definition.json to live / orders would send. Nothing was sent.",
      "# Account 123456789012, simulated · eu-west-1.",
    ]);
    await deploy.run(
      commandContext(account, new ScriptedUi("live", "orders", true), { file }),
      undefined,
      [],
    );
    const [[, registered], [, updated]] = writes() as [[string, object], [string, object]];
    assert.deepEqual(shown(ui), [
      ["register-task-definition", registered],
      ["update-service", { ...updated, taskDefinition: "orders" }],
    ]);
  });

  it("leave out registering when a revision equals the file, and are none when the service runs it", async () => {
    const { definition } = await account.connection.ecs.taskDefinitionWithTags("orders:1");
    const file = {
      family: "orders",
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
      cpu: "256",
      memory: "512",
      executionRoleArn: definition.executionRoleArn,
      taskRoleArn: definition.taskRoleArn,
      containerDefinitions: definition.containerDefinitions,
    };
    const ui = await run({ file }, "live", "orders");
    assert.deepEqual(
      shown(ui).map(([command, input]) => [command, (input as { taskDefinition: string }).taskDefinition]),
      [["update-service", "arn:aws:ecs:eu-west-1:123456789012:task-definition/orders:1"]],
    );
    const same = await run({ file }, "staging", "orders");
    assert.equal(
      same.said.at(-1),
      "info Deploying task-definition.json to staging / orders would send nothing: it is as the file says.",
    );
    assert.deepEqual(same.documents, []);
  });

  it("are shown where the settings forbid to write, and hide the values of secrets", async () => {
    account.protection = { readOnly: ["*"], protected: [] };
    const ui = await run(
      { file: orders("1.5.0", { environment: [{ name: "DB_PASSWORD", value: "hunter2" }] }) },
      "live",
      "orders",
    );
    assert.doesNotMatch(ui.documents[0]!.text, /hunter2/);
    assert.equal(
      ui.documents[0]!.text.split("\n")[2],
      "# Put in the values of secrets, which are hidden here as ••••••.",
    );
  });

  it("are those of the service of a row", async () => {
    const { node } = await account.expand("simulated · eu-west-1", "Clusters", "live", "Services", "orders");
    const ui = new ScriptedUi();
    await dryRun.run(commandContext(account, ui, { file: orders("1.5.0") }), node, [node]);
    assert.deepEqual(
      shown(ui).map(([command]) => command),
      ["register-task-definition", "update-service"],
    );
  });

  it("are those of a service file: tags and members that changed, or the creation", async () => {
    const file = {
      serviceName: "orders",
      cluster: "live",
      taskDefinition: "orders:2",
      desiredCount: 4,
      tags: [{ key: "team", value: "shop" }],
    };
    const ui = await run({ file, fileName: "ecs-service.json" });
    await deploy.run(
      commandContext(account, new ScriptedUi(true), { file, fileName: "ecs-service.json" }),
      undefined,
      [],
    );
    assert.deepEqual(
      shown(ui),
      writes().map(([operation, input]) => [
        operation === "TagResource" ? "tag-resource" : "update-service",
        input,
      ]),
    );
    account.simulator.resetCalls();
    const created = await run({
      file: {
        ...file,
        serviceName: "fresh",
        launchType: "FARGATE",
        networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-0a1b2c3d"] } },
      },
      fileName: "ecs-service.json",
    });
    assert.deepEqual(
      shown(created).map(([command]) => command),
      ["create-service"],
    );
    const refused = await run({ file: { ...file, launchType: "EC2" }, fileName: "ecs-service.json" });
    assert.match(
      refused.said.at(-1)!,
      /^error Nothing was changed\. ECS cannot change launchType: FARGATE → EC2/,
    );
  });
});

describe("A command of the AWS CLI", () => {
  it("quotes what a shell would read otherwise", () => {
    assert.equal(
      cliCommand(
        { operation: "UntagResource", input: { resourceArn: "a'b", tagKeys: ["x y"] } },
        { profile: "my dev", region: "eu-west-1" },
      ),
      'aws ecs untag-resource --profile \'my dev\' --region eu-west-1 --cli-input-json \'{\n  "resourceArn": "a\'\\\'\'b",\n  "tagKeys": [\n    "x y"\n  ]\n}\'',
    );
    assert.match(
      cliCommand({ operation: "UpdateService", input: {} }, { profile: undefined, region: "eu-west-1" }),
      /^aws ecs update-service --region eu-west-1 /,
    );
  });
});
