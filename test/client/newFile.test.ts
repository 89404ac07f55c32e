import assert from "node:assert/strict";
import type { Command } from "../../client/src/commands/command.ts";
import { newService, newTaskDefinition } from "../../client/src/commands/newFile.ts";
import { createLanguageService } from "../../server/src/service/service.ts";
import { commandContext } from "../support/commandContext.ts";
import { ScriptedUi, type Answer } from "../support/scriptedUi.ts";
import { simulatedAccount, type SimulatedAccount } from "../support/simulatedAccount.ts";

describe("A new file", () => {
  let account: SimulatedAccount;
  before(async () => {
    account = await simulatedAccount({ scenario: "demo", clock: "step" });
    // What new files say of an account is asked of connections that have worked only.
    await account.connection.identity();
  });
  after(() => account.close());

  async function run(command: Command, ...answers: Answer[]): Promise<ScriptedUi> {
    const ui = new ScriptedUi(...answers);
    await command.run(commandContext(account, ui, { file: orders }), undefined, []);
    return ui;
  }

  /** Errors and warnings of the file that was opened, beside the file of the workspace. */
  function findings({ opened: [file] }: ScriptedUi, name: string): string[] {
    const service = createLanguageService();
    service.workspace.set(service.parse("file:///workspace/task-definition.json", JSON.stringify(orders)));
    const found = service.validate(service.parse(`file:///workspace/new/${name}`, file!.text));
    return found
      .filter(({ severity }) => severity === "error" || severity === "warning")
      .map(({ message }) => message);
  }

  it("is a clean task definition, with the name, image, port and size that were asked for, in the connection's region", async () => {
    const ui = await run(
      newTaskDefinition,
      "Web service on Fargate",
      "cart",
      "cart:1.0.0",
      "3000",
      "0.5 vCPU, 2 GiB",
      "With wget",
    );
    assert.deepEqual(ui.said, [
      "pick New task definition: for what?",
      "input Family: Name shared by all revisions",
      "input Image: repository:tag, with the registry's host in front; empty: an example",
      "input Port: On which the container listens",
      "pick Size of one task on Fargate",
      "pick Health check in the container",
    ]);
    assert.equal(ui.opened[0]?.language, "ecs-task-definition");
    assert.deepEqual(findings(ui, "task-definition.json"), []);
    const { family, cpu, memory, containerDefinitions } = JSON.parse(ui.opened[0].text) as Record<
      string,
      any
    >;
    assert.deepEqual({ family, cpu, memory }, { family: "cart", cpu: "512", memory: "2048" });
    assert.equal(containerDefinitions[0].image, "cart:1.0.0");
    assert.equal(containerDefinitions[0].portMappings[0].containerPort, 3000);
    assert.equal(containerDefinitions[0].logConfiguration.options["awslogs-region"], "eu-west-1");
    assert.equal(
      containerDefinitions[0].healthCheck.command[1],
      "wget -q -O /dev/null http://localhost:3000/ || exit 1",
    );
  });

  it("starts with the example image: on its port, with a root file system that it may write, and no health check unasked", async () => {
    const ui = await run(newTaskDefinition, "Web service on Fargate", "cart", "", "80", firstSize, "None");
    const text = ui.opened[0]!.text;
    assert.match(text, /"image": "public.ecr.aws\/nginx\/nginx:1.29"/);
    assert.match(text, /"containerPort": 80,/);
    assert.doesNotMatch(text, /readonlyRootFilesystem|healthCheck|taskRoleArn|wget/);
  });

  it("proposes the port on which the image listens", async () => {
    for (const [image, port] of [
      ["", "80"],
      ["nginx", "80"],
      ["public.ecr.aws/docker/library/httpd:2.4", "80"],
      ["orders:1", "8080"],
      ["my-nginx:1", "8080"],
    ] as const)
      assert.equal(
        (await run(newTaskDefinition, "Web service on Fargate", "cart", image, undefined)).proposed.at(-1),
        port,
        image,
      );
  });

  it("names the account and execution role of an open connection", async () => {
    const { account: id } = await account.connection.identity();
    const ui = await run(newTaskDefinition, "Worker on Fargate", "mail", "", firstSize);
    const { executionRoleArn } = JSON.parse(ui.opened[0]!.text) as { executionRoleArn: string };
    assert.equal(executionRoleArn, `arn:aws:iam::${id}:role/ecsTaskExecutionRole`);
    assert.doesNotMatch(ui.opened[0]!.text, /taskRoleArn/);
  });

  for (const [scaffold, ...answers] of [
    ["Worker on Fargate", "w", "", "0.25 vCPU, 512 MiB"],
    ["Scheduled job on Fargate", "j", "", "1 vCPU, 2 GiB"],
    ["Web service with FireLens", "f", "", "80", "0.5 vCPU, 1 GiB", "None", "Another…", ""],
    ["Fargate with an EFS volume", "e", "", "80", "0.5 vCPU, 1 GiB", "With curl", ""],
    ["GPU on EC2", "g", ""],
    ["Windows on Fargate", "i", "", "8080", "1 vCPU, 2 GiB"],
  ]) {
    it(`is clean: ${scaffold}`, async () =>
      assert.deepEqual(
        findings(await run(newTaskDefinition, scaffold, ...answers), "task-definition.json"),
        [],
      ));
  }

  it("tells the price of each size", async () => {
    const ui = await run(newTaskDefinition, "Worker on Fargate", "w", "", undefined);
    assert.deepEqual(ui.offered.slice(0, 3), ["0.25 vCPU, 512 MiB", "0.25 vCPU, 1 GiB", "0.5 vCPU, 1 GiB"]);
    assert.deepEqual(ui.opened, []);
  });

  it("refuses names and ports that ECS refuses", async () => {
    assert.equal(
      (await run(newTaskDefinition, "GPU on EC2", "my family")).said.at(-1),
      "refused Letters, digits, _ and -, at most 255.",
    );
    assert.equal(
      (await run(newTaskDefinition, "Web service on Fargate", "cart", "", "70000")).said.at(-1),
      "refused A port from 1 to 65535.",
    );
  });

  it("is a clean service of a family of the workspace, on that family's container and port", async () => {
    const ui = await run(newService, "Service behind a load balancer", "orders", "orders-live", "live");
    assert.equal(ui.opened[0]?.language, "ecs-service");
    const { serviceName, taskDefinition, cluster, loadBalancers } = JSON.parse(ui.opened[0].text) as Record<
      string,
      any
    >;
    assert.deepEqual(
      { serviceName, taskDefinition, cluster },
      { serviceName: "orders-live", taskDefinition: "orders", cluster: "live" },
    );
    assert.deepEqual([loadBalancers[0].containerName, loadBalancers[0].containerPort], ["app", 8081]);
    assert.deepEqual(findings(ui, "service.json"), []);
  });

  it("is a clean service of a family that is nowhere yet", async () => {
    const ui = await run(
      newService,
      "Service without a load balancer",
      "Another family…",
      "mail",
      "mail",
      "default",
    );
    assert.equal((JSON.parse(ui.opened[0]!.text) as { taskDefinition: string }).taskDefinition, "mail");
    assert.deepEqual(findings(ui, "service.json"), []);
  });

  it("is not opened when a question is dismissed", async () => {
    for (const answers of [[undefined], ["GPU on EC2", undefined], ["GPU on EC2", "g", undefined]])
      assert.deepEqual((await run(newTaskDefinition, ...answers)).opened, []);
    for (const answers of [
      [undefined],
      ["Daemon on EC2", undefined],
      ["Daemon on EC2", "orders", undefined],
      ["Daemon on EC2", "orders", "o", undefined],
    ])
      assert.deepEqual((await run(newService, ...answers)).opened, []);
  });
});

const firstSize = "0.25 vCPU, 512 MiB";

const orders = {
  family: "orders",
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  cpu: "256",
  memory: "512",
  containerDefinitions: [
    { name: "proxy", image: "proxy:1" },
    { name: "app", image: "orders:3", portMappings: [{ name: "web", containerPort: 8081 }] },
  ],
};
