import assert from "node:assert/strict";
import type { CommandContext } from "../../../client/src/commands/command.ts";
import { compare } from "../../../client/src/commands/deploying/compare.ts";
import { deploy } from "../../../client/src/commands/deploying/deploy.ts";
import { register } from "../../../client/src/commands/deploying/register.ts";
import type { ServiceNode } from "../../../client/src/tree/serviceNode.ts";
import { isReading } from "../../support/awsOperations.ts";
import { commandContext } from "../../support/commandContext.ts";
import { plainShop } from "../../support/plainShop.ts";
import { ScriptedUi } from "../../support/scriptedUi.ts";
import { memoryStorage, simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";

const image = (tag: string): string => `123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/orders:${tag}`;

/** The file of orders:2 of the demo scenario, as a user would write it. */
const orders = (tag = "1.4.2", container: object = {}): object => ({
  family: "orders",
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  cpu: ".25 vCPU",
  memory: "0.5 GB",
  executionRoleArn: "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
  taskRoleArn: "arn:aws:iam::123456789012:role/orders",
  containerDefinitions: [
    {
      name: "app",
      image: image(tag),
      portMappings: [{ name: "http", containerPort: 8080 }],
      logConfiguration: {
        logDriver: "awslogs",
        options: {
          "awslogs-stream-prefix": "app",
          "awslogs-region": "eu-west-1",
          "awslogs-group": "/ecs/orders",
        },
      },
      ...container,
    },
  ],
});

const writes = (account: SimulatedAccount): readonly string[] =>
  account.operations().filter((operation) => !isReading(operation));
const cluster = "live";

describe("Registering the open task definition", () => {
  let account: SimulatedAccount;
  before(async () => (account = await simulatedAccount({ scenario: plainShop, clock: "fast:1000" })));
  after(() => account.close());
  beforeEach(() => account.simulator.resetCalls());

  it("asks with account, region and what changes, registers, and says the revision", async () => {
    const ui = new ScriptedUi(true);
    await register.run(commandContext(account, ui, { file: orders("1.5.0") }), undefined, []);
    assert.deepEqual(ui.said, [
      "confirm Register a new revision of orders in account 123456789012, eu-west-1? Since orders:2: Image of app: 1.4.2 → 1.5.0. [Register]",
      "busy Registering orders",
      "info Registered orders:3.",
    ]);
    assert.deepEqual(account.audited, [
      {
        operation: "RegisterTaskDefinition",
        resource: "orders",
        account: "123456789012",
        region: "eu-west-1",
        identity: "arn:aws:iam::123456789012:user/simulated",
      },
    ]);
  });

  it("registers nothing when the newest revision is equal", async () => {
    const ui = new ScriptedUi();
    await register.run(commandContext(account, ui, { file: orders("1.5.0") }), undefined, []);
    assert.deepEqual(ui.said, ["info Nothing to register: task-definition.json equals orders:3."]);
    assert.deepEqual(writes(account), []);
  });

  it("writes nothing when the user declines", async () => {
    await register.run(
      commandContext(account, new ScriptedUi(false), { file: orders("1.6.0") }),
      undefined,
      [],
    );
    assert.deepEqual(writes(account), []);
  });

  it("refuses a file with errors, names them, and can show them", async () => {
    const ui = new ScriptedUi("Show");
    await register.run(commandContext(account, ui, { file: { ...orders(), memory: "4096" } }), undefined, []);
    assert.equal(ui.said.length, 2);
    assert.match(
      ui.said[0]!,
      /^error task-definition\.json has 1 error, so nothing was registered\. Line 1: Fargate has no task with 0\.25 vCPU and 4 GiB/,
    );
    assert.equal(ui.said[1], "reveal");
    assert.deepEqual(writes(account), []);
  });

  it("takes the file of a code lens instead of the active editor's", async () => {
    const ui = new ScriptedUi("Show");
    const context = commandContext(account, ui, { file: orders() });
    let prepared = "";
    const files: CommandContext["files"] = {
      ...context.files,
      prepare: async (file) => {
        prepared = file.uri;
        return { kind: "unknown", unresolved: [], problems: [] };
      },
    };
    await register.run(
      { ...context, files },
      undefined,
      [],
      context.files.at("file:///workspace/other.json"),
    );
    assert.equal(prepared, "file:///workspace/other.json");
    assert.deepEqual(ui.said, ["warn other.json is neither a task definition nor a service."]);
  });
});

describe("The values of placeholders", () => {
  let account: SimulatedAccount;
  before(async () => (account = await simulatedAccount({ scenario: plainShop, clock: "fast:1000" })));
  after(() => account.close());

  const file = JSON.stringify(orders())
    .replaceAll("1.4.2", "${TAG}")
    .replace(
      '"name":"app"',
      '"name":"app","environment":[{"name":"A","value":"${DB_PASSWORD}"},{"name":"B","value":"${LEVEL}"}]',
    );

  it("are taken from the .env file, then the environment, and else asked; the question says where each is from", async () => {
    const options = {
      file,
      environmentText: "# build\nexport TAG='1.9.0' # today\n",
      environment: { TAG: "1.8.0", LEVEL: "info" },
    };
    const ui = new ScriptedUi("hunter2", true);
    await register.run(commandContext(account, ui, options), undefined, []);
    assert.deepEqual(ui.said.slice(0, 1), ["input task-definition.json: Value of ${DB_PASSWORD}"]);
    const question = ui.said.find((text) => text.startsWith("confirm")) ?? "";
    for (const fact of [
      "TAG is 1.9.0, from .env.",
      "LEVEL is info, from the environment of VS Code.",
      "DB_PASSWORD is ••••••, as you typed it.",
    ])
      assert.ok(question.includes(fact), question);
    const { containerDefinitions: [container] = [] } =
      await account.connection.ecs.taskDefinition("orders:3");
    assert.equal(container?.image, image("1.9.0"));
    assert.deepEqual(container?.environment, [
      { name: "A", value: "hunter2" },
      { name: "B", value: "info" },
    ]);
  });

  const secret = {
    file,
    environmentText: "TAG=1.9.1\nLEVEL=info\n",
    environment: { DB_PASSWORD: "hunter2", LEVEL: "AKIAIOSFODNN7EXAMPLE" },
  };

  it("are taken from the environment only with a yes where they may be secrets, by name or by form", async () => {
    const ui = new ScriptedUi("Use the value from the environment of VS Code", false);
    await register.run(commandContext(account, ui, secret), undefined, []);
    assert.equal(ui.said[0], "pick task-definition.json: ${DB_PASSWORD} may be a secret");
    const question = ui.said.find((text) => text.startsWith("confirm")) ?? "";
    assert.ok(question.includes("DB_PASSWORD is ••••••, from the environment of VS Code."), question);
    assert.ok(!ui.said.join("\n").includes("hunter2"));

    const byForm = new ScriptedUi("hunter3", "Type another value…", "debug", false);
    await register.run(
      commandContext(account, byForm, {
        ...secret,
        environmentText: "TAG=1.9.1",
        environment: { LEVEL: "AKIAIOSFODNN7EXAMPLE" },
      }),
      undefined,
      [],
    );
    assert.deepEqual(byForm.said.slice(0, 3), [
      "input task-definition.json: Value of ${DB_PASSWORD}",
      "pick task-definition.json: ${LEVEL} may be a secret",
      "input task-definition.json: Value of ${LEVEL}",
    ]);
    assert.ok(!byForm.said.join("\n").includes("AKIA"));
  });

  it("are taken from nowhere where that is declined", async () => {
    account.simulator.resetCalls();
    const ui = new ScriptedUi(undefined);
    await register.run(commandContext(account, ui, secret), undefined, []);
    assert.deepEqual(ui.said, ["pick task-definition.json: ${DB_PASSWORD} may be a secret"]);
    assert.deepEqual(writes(account), []);
  });

  it("are all asked in a workspace that is not trusted", async () => {
    const ui = new ScriptedUi("hunter2", "info", "1.9.2");
    const context = commandContext(account, ui, { ...secret, isTrusted: false });
    await compare.run(context, undefined, []).catch(() => undefined);
    assert.deepEqual(
      ui.said.filter((text) => text.startsWith("input")),
      ["${DB_PASSWORD}", "${LEVEL}", "${TAG}"].map((text) => `input task-definition.json: Value of ${text}`),
    );
  });

  it("are never what every object has", async () => {
    const inherited = file.replaceAll("${TAG}", "${constructor}").replaceAll("${LEVEL}", "${__proto__}");
    const ui = new ScriptedUi("hunter2", "info", "1.9.3", false);
    await register.run(commandContext(account, ui, { file: inherited, environment: {} }), undefined, []);
    assert.deepEqual(
      ui.said.filter((text) => text.startsWith("input")),
      ["${DB_PASSWORD}", "${__proto__}", "${constructor}"].map(
        (text) => `input task-definition.json: Value of ${text}`,
      ),
    );
    assert.equal(ui.said.at(-1)?.startsWith("confirm Register a new revision"), true, ui.said.at(-1));
  });

  it("are remembered only where they are plainly harmless, and what was remembered before is held to that", async () => {
    const memory = memoryStorage();
    await memory.update("placeholders", { OLD_PASSWORD: "hunter1", REGION: "eu-west-1" });
    await register.run(
      commandContext(account, new ScriptedUi("hunter2", "postgres://me:pw@db/x", "2.0.0", false), {
        file,
        memory,
      }),
      undefined,
      [],
    );
    assert.deepEqual(memory.get("placeholders"), { REGION: "eu-west-1", TAG: "2.0.0" });
  });

  it("register nothing when one is not given", async () => {
    account.simulator.resetCalls();
    await register.run(commandContext(account, new ScriptedUi("2.0.0", undefined), { file }), undefined, []);
    assert.deepEqual(writes(account), []);
  });
});

describe("Deploying the open task definition", () => {
  let account: SimulatedAccount;
  beforeEach(async () => (account = await simulatedAccount({ scenario: plainShop, clock: "fast:1000" })));
  afterEach(() => account.close());

  it("shows the diff, asks with the changes in words, registers, updates and follows to the end", async () => {
    const ui = new ScriptedUi(cluster, "orders", true);
    await deploy.run(commandContext(account, ui, { file: orders("1.5.0") }), undefined, []);
    assert.deepEqual(ui.said.slice(0, 6), [
      "pick Deploy (1/2): cluster",
      "pick Deploy (2/2): service",
      "diff live / orders: orders:2 ↔ task-definition.json",
      "confirm Deploy orders to live / orders in account 123456789012, eu-west-1? Image of app: 1.4.2 → 1.5.0.\nRegisters a new revision of orders.\nNow running: orders:2, 3 of 3 tasks. [Deploy]",
      "progress Registering orders for live / orders",
      "busy Updating live / orders",
    ]);
    assert.match(ui.said.at(-1)!, /^info live \/ orders: orders:3 is live, 3 of 3 running, after \d+ s\.$/);
    assert.deepEqual(writes(account), ["RegisterTaskDefinition", "UpdateService"]);
    const [diff] = ui.diffs;
    const changed = diff!.left.split("\n").filter((line, index) => line !== diff!.right.split("\n")[index]);
    assert.deepEqual(
      changed.map((line) => line.trim()),
      [`"image": "${image("1.4.2")}",`],
    );
  });

  it("keeps the tags of the revision before, and empty values", async () => {
    const { definition } = await account.connection.ecs.taskDefinitionWithTags("orders:2");
    const tagged = { ...orders("1.4.3"), tags: [{ key: "team", value: "shop" }] };
    await deploy.run(
      commandContext(account, new ScriptedUi(cluster, "orders", true), { file: tagged }),
      undefined,
      [],
    );
    const untagged = orders("1.4.4", { environment: [{ name: "EMPTY", value: "" }], command: [] });
    await deploy.run(
      commandContext(account, new ScriptedUi(cluster, "orders", true), { file: untagged }),
      undefined,
      [],
    );
    const { definition: newest, tags } = await account.connection.ecs.taskDefinitionWithTags("orders:4");
    assert.deepEqual(tags, [{ key: "team", value: "shop" }]);
    assert.deepEqual(newest.containerDefinitions?.[0]?.environment, [{ name: "EMPTY", value: "" }]);
    assert.deepEqual(newest.containerDefinitions?.[0]?.command, []);
    assert.equal(definition.revision, 2);
  });

  it("registers nothing when the file equals what runs, and offers to deploy that again", async () => {
    const ui = new ScriptedUi(cluster, "orders", "Deploy orders:2 Again", true);
    await deploy.run(commandContext(account, ui, { file: orders() }), undefined, []);
    assert.equal(ui.said[2], "info Nothing to register: the file equals orders:2, which live / orders runs.");
    assert.deepEqual(writes(account), ["UpdateService"]);
    assert.match(ui.said.at(-1)!, /^info live \/ orders: orders:2 is live/);
  });

  it("deploys the newest revision instead of registering another one like it", async () => {
    await register.run(
      commandContext(account, new ScriptedUi(true), { file: orders("1.5.0") }),
      undefined,
      [],
    );
    account.simulator.resetCalls();
    const ui = new ScriptedUi(cluster, "orders", true);
    await deploy.run(commandContext(account, ui, { file: orders("1.5.0") }), undefined, []);
    assert.match(ui.said[3]!, /Registers nothing: orders:3 equals the file\./);
    assert.deepEqual(writes(account), ["UpdateService"]);
  });

  it("deploys an older revision that equals the file, too", async () => {
    const ui = new ScriptedUi(cluster, "orders", true);
    await deploy.run(commandContext(account, ui, { file: orders("1.4.1") }), undefined, []);
    assert.match(ui.said[3]!, /Registers nothing: orders:1 equals the file\./);
    assert.deepEqual(writes(account), ["UpdateService"]);
    assert.match(ui.said.at(-1)!, /^info live \/ orders: orders:1 is live/);
  });

  it("hides secrets in the diff, the question and the log, and says that one changed", async () => {
    const secret = (value: string): object => ({
      environment: [
        { name: "DB_PASSWORD", value },
        { name: "LEVEL", value: "info" },
      ],
    });
    const context = (ui: ScriptedUi, tag: string, value: string): ReturnType<typeof commandContext> =>
      commandContext(account, ui, { file: orders(tag, secret(value)) });
    await deploy.run(context(new ScriptedUi(cluster, "orders", true), "1.5.0", "hunter2"), undefined, []);
    const ui = new ScriptedUi(cluster, "orders", false);
    const last = context(ui, "1.5.0", "correct horse");
    await deploy.run(last, undefined, []);
    const all = JSON.stringify([
      ui.said,
      ui.diffs,
      last.logged,
      last.memory.get("placeholders"),
      last.memory.get("deploys"),
    ]);
    assert.doesNotMatch(all, /hunter2|correct horse/);
    assert.match(ui.said[3]!, /DB_PASSWORD of app: changed\./);
    assert.match(ui.diffs[0]!.right, /"value": "•••••• \(another value\)"/);
  });

  it("proposes the service of last time, and takes the one that the settings bind the file to", async () => {
    const memory = memoryStorage();
    await deploy.run(
      commandContext(account, new ScriptedUi(cluster, "orders", true), { file: orders("1.5.0"), memory }),
      undefined,
      [],
    );
    const again = new ScriptedUi(undefined);
    await deploy.run(commandContext(account, again, { file: orders("1.5.1"), memory }), undefined, []);
    assert.deepEqual(again.said, ["pick Deploy task-definition.json to"]);
    assert.deepEqual(again.offered, ["live / orders", "Another service…"]);
    const ui = new ScriptedUi(false);
    const context = commandContext(account, ui, { file: orders("1.5.1"), memory });
    context.settings.bindings = [{ file: "task-definition.json", cluster: "staging", service: "orders" }];
    await deploy.run(context, undefined, []);
    assert.match(ui.said[1]!, /^confirm Deploy orders to staging \/ orders in account/);
  });
});

describe("Deploying one task definition to several services", () => {
  let account: SimulatedAccount;
  beforeEach(async () => (account = await simulatedAccount({ scenario: plainShop, clock: "fast:1000" })));
  afterEach(() => account.close());

  const bindings = ["live", "staging"].map((name) => ({
    file: "task-definition.json",
    cluster: name,
    service: "orders",
  }));
  function context(ui: ScriptedUi, file: object): ReturnType<typeof commandContext> {
    const made = commandContext(account, ui, { file });
    made.settings.bindings = bindings;
    return made;
  }

  it("asks once, registers once, and tells the verdict of each", async () => {
    const ui = new ScriptedUi("All 2 services", true);
    await deploy.run(context(ui, orders("1.5.0")), undefined, []);
    assert.deepEqual(ui.said.slice(0, 4), [
      "pick Deploy task-definition.json to",
      "diff live / orders: orders:2 ↔ task-definition.json",
      "confirm Deploy orders to 2 services in account 123456789012, eu-west-1? live / orders: 1 change to orders:2, 3 of 3 tasks.\nstaging / orders: 1 change to orders:1, 1 of 1 tasks.\nRegisters one new revision of orders. [Deploy]",
      "progress Registering orders for 2 services",
    ]);
    assert.deepEqual(writes(account), ["RegisterTaskDefinition", "UpdateService", "UpdateService"]);
    const verdicts = ui.said
      .filter((line) => line.startsWith("info "))
      .map((line) => line.replace(/, after .*/, ""))
      .sort();
    assert.deepEqual(verdicts, [
      "info live / orders: orders:3 is live, 3 of 3 running",
      "info staging / orders: orders:3 is live, 1 of 1 running",
    ]);
  });

  it("leaves alone what runs the file already", async () => {
    const ui = new ScriptedUi("All 2 services", true);
    await deploy.run(context(ui, orders("1.4.2")), undefined, []);
    assert.match(
      ui.said[2]!,
      /^confirm Deploy orders to 1 service in .*live \/ orders: left alone, it runs what the file says, 3 of 3 tasks\.\nstaging \/ orders: 1 change to orders:1, 1 of 1 tasks\.\nRegisters nothing: orders:2 equals the file\./s,
    );
    assert.deepEqual(
      account.simulator.calls
        .filter(({ operation }) => !isReading(operation))
        .map(({ operation, input }) => `${operation} ${String(input["cluster"]).split("/").at(-1)}`),
      ["UpdateService staging"],
    );
  });

  it("goes on with the others when one cannot be updated, and says which", async () => {
    account.proxy.faults.set("UpdateService", {
      error: "InvalidParameterException",
      message: "No.",
      times: 1,
    });
    const ui = new ScriptedUi("All 2 services", true);
    await deploy.run(context(ui, orders("1.5.0")), undefined, []);
    assert.equal(
      ui.said.filter((line) => /^error Could not deploy to (?:live|staging) \/ orders: No\.$/.test(line))
        .length,
      1,
      ui.said.join("\n"),
    );
    assert.equal(ui.said.filter((line) => /orders:3 is live/.test(line)).length, 1);
  });

  it("wants the family typed when one of the places is protected", async () => {
    account.protection = { readOnly: [], protected: ["staging"] };
    const ui = new ScriptedUi("All 2 services", true, "orders");
    await deploy.run(context(ui, orders("1.5.0")), undefined, []);
    assert.match(ui.said[3]!, /^input Deploy: Type orders to go on\./);
    assert.equal(writes(account).length, 3);
  });

  it("takes the services that are selected in the view", async () => {
    const ui = new ScriptedUi(false);
    const nodes = await Promise.all(
      ["live", "staging"].map(
        async (name) =>
          (await account.expand("simulated · eu-west-1", "Clusters", name, "Services", "orders"))
            .node as ServiceNode,
      ),
    );
    await deploy.run(commandContext(account, ui, { file: orders("1.5.0") }), nodes[0], nodes);
    assert.match(ui.said.at(-1)!, /^confirm Deploy orders to 2 services in account/);
  });
});

describe("Deploying a service file", () => {
  let account: SimulatedAccount;
  beforeEach(async () => (account = await simulatedAccount({ scenario: plainShop, clock: "fast:1000" })));
  afterEach(() => account.close());

  const service = (more: object = {}): object => ({
    serviceName: "orders",
    cluster: "live",
    taskDefinition: "orders:2",
    desiredCount: 3,
    launchType: "FARGATE",
    networkConfiguration: {
      awsvpcConfiguration: {
        securityGroups: ["sg-0a1b2c3d"],
        subnets: ["subnet-1a2b3c4d", "subnet-0a1b2c3d"],
      },
    },
    ...more,
  });
  const run = (ui: ScriptedUi, file: object): Promise<void> =>
    deploy.run(commandContext(account, ui, { file, fileName: "ecs-service.json" }), undefined, []);

  it("changes nothing when the service is as the file says", async () => {
    const ui = new ScriptedUi();
    await run(ui, service());
    assert.deepEqual(ui.said, ["info Nothing to change: live / orders is as ecs-service.json says."]);
  });

  it("sends only the members that changed", async () => {
    const ui = new ScriptedUi(true);
    await run(ui, service({ desiredCount: 4, enableExecuteCommand: true }));
    assert.match(
      ui.said[1]!,
      /^confirm Update the service live \/ orders in account 123456789012, eu-west-1\? desiredCount: 3 → 4\.\nenableExecuteCommand: false → true\./,
    );
    const call = account.simulator.calls.find(({ operation }) => operation === "UpdateService");
    assert.deepEqual(Object.keys(call!.input).sort(), [
      "cluster",
      "desiredCount",
      "enableExecuteCommand",
      "service",
    ]);
  });

  it("explains what ECS cannot change, and then changes nothing at all", async () => {
    const ui = new ScriptedUi();
    await run(ui, service({ desiredCount: 4, launchType: "EC2" }));
    assert.match(
      ui.said.at(-1)!,
      /^error Nothing was changed\. ECS cannot change launchType: FARGATE → EC2 of a service that exists/,
    );
    assert.deepEqual(writes(account), []);
  });

  it("creates a service that is not there, of the newest revision where the file names the family alone, and follows it", async () => {
    const ui = new ScriptedUi(true);
    await run(ui, service({ serviceName: "orders-blue", taskDefinition: "orders", desiredCount: 1 }));
    assert.match(
      ui.said[0]!,
      /^confirm Create the service live \/ orders-blue in account 123456789012, eu-west-1\? Runs orders:2, 1 task, on FARGATE\./,
    );
    assert.match(ui.said.at(-1)!, /^info live \/ orders-blue: orders:2 is live, 1 of 1 running/);
  });
});
