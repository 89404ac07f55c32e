import assert from "node:assert/strict";
import { deploy } from "../../../client/src/commands/deploying/deploy.ts";
import { deployRevision } from "../../../client/src/commands/deploying/deployRevision.ts";
import type { Scenario } from "../../../simulator/src/scenario/scenario.ts";
import { isReading } from "../../support/awsOperations.ts";
import { commandContext } from "../../support/commandContext.ts";
import { plainShop } from "../../support/plainShop.ts";
import { ScriptedUi } from "../../support/scriptedUi.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";

const targetGroupArn =
  "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/orders/73e2d6bc24d8a067";

const [live] = plainShop.clusters ?? [];
const orders = live!.services!.find(({ serviceName }) => serviceName === "orders")!;
const scenario: Scenario = {
  ...plainShop,
  clusters: [
    {
      name: "live",
      services: [
        {
          ...orders,
          deploymentController: { type: "CODE_DEPLOY" },
          loadBalancers: [{ targetGroupArn, containerName: "app", containerPort: 8080 }],
        },
      ],
    },
  ],
};

describe("A service that AWS CodeDeploy deploys", () => {
  let account: SimulatedAccount;
  beforeEach(async () => (account = await simulatedAccount({ scenario, clock: "step" })));
  afterEach(() => account.close());

  const writes = (): readonly string[] => account.operations().filter((operation) => !isReading(operation));
  const arn = (revision: number): string =>
    `arn:aws:ecs:eu-west-1:123456789012:task-definition/orders:${revision}`;

  it("is not updated by ECS: the revision is registered, and the AppSpec is made for CodeDeploy", async () => {
    const { definition } = await account.connection.ecs.taskDefinitionWithTags("orders:2");
    const {
      family,
      networkMode,
      cpu,
      memory,
      requiresCompatibilities,
      executionRoleArn,
      containerDefinitions = [],
    } = definition;
    const file = {
      family,
      networkMode,
      cpu,
      memory,
      requiresCompatibilities,
      executionRoleArn,
      containerDefinitions: [{ ...containerDefinitions[0], image: "orders:9" }],
    };
    const ui = new ScriptedUi("live", "orders", true, "Copy AWS CLI Command");
    await deploy.run(commandContext(account, ui, { file }), undefined, []);
    assert.match(
      ui.said[3]!,
      /^confirm Register a new revision of orders for live \/ orders in account 123456789012, eu-west-1\? Image of app: .*\nlive \/ orders is deployed by AWS CodeDeploy: ECS refuses to update it\./s,
    );
    assert.deepEqual(writes(), ["RegisterTaskDefinition"]);
    const spec = JSON.parse(ui.opened[0]!.text);
    assert.deepEqual(spec.Resources[0].TargetService.Properties, {
      TaskDefinition: arn(3),
      LoadBalancerInfo: { ContainerName: "app", ContainerPort: 8080 },
      PlatformVersion: "LATEST",
    });
    assert.match(
      ui.copied,
      /^aws deploy create-deployment --region eu-west-1 --application-name AppECS-live-orders --deployment-group-name DgpECS-live-orders --revision '\{"revisionType":"AppSpecContent",/,
    );
    assert.equal(
      JSON.parse(JSON.parse(ui.copied.split("'")[1]!).appSpecContent.content).Resources[0].TargetService
        .Properties.TaskDefinition,
      arn(3),
    );
  });

  it("is given the AppSpec of a revision that is registered already, without a write", async () => {
    const ui = new ScriptedUi("live", "orders", "orders:1", undefined);
    await deployRevision.run(commandContext(account, ui), undefined, []);
    assert.equal(JSON.parse(ui.opened[0]!.text).Resources[0].TargetService.Properties.TaskDefinition, arn(1));
    assert.deepEqual(writes(), []);
  });

  describe("by a service file", () => {
    const run = async (more: object, ...answers: undefined[]): Promise<ScriptedUi> => {
      const ui = new ScriptedUi(...answers);
      await deploy.run(
        commandContext(account, ui, {
          file: { serviceName: "orders", cluster: "live", ...more },
          fileName: "ecs-service.json",
        }),
        undefined,
        [],
      );
      return ui;
    };

    it("with a new revision is given its AppSpec, without a write", async () => {
      const ui = await run({ taskDefinition: "orders:1" }, undefined);
      assert.equal(
        JSON.parse(ui.opened[0]!.text).Resources[0].TargetService.Properties.TaskDefinition,
        arn(1),
      );
      assert.equal(
        ui.said.at(-1),
        "info orders:1 is registered, and its AppSpec is open. AWS CodeDeploy deploys it to live / orders when you create a deployment with it.",
      );
      assert.deepEqual(writes(), []);
    });

    it("with a new revision and more is explained, and nothing is changed", async () => {
      const ui = await run({ taskDefinition: "orders:1", desiredCount: 5 });
      assert.equal(
        ui.said.at(-1),
        "error Nothing was changed. ECS changes desiredCount of live / orders only without a new revision: set taskDefinition to orders:2 in the file, deploy it, and then the revision alone.",
      );
      assert.deepEqual(writes(), []);
    });
  });
});
