import assert from "node:assert/strict";
import {
  CreateServiceCommand,
  type CreateServiceCommandInput,
  DescribeTasksCommand,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
  RunTaskCommand,
} from "@aws-sdk/client-ecs";
import { createLanguageService } from "../../server/src/service/service.ts";
import { TestAccount } from "./testAccount.ts";

const service = createLanguageService();

describe("What a scaffold writes, with the example image", () => {
  let account: TestAccount;
  beforeEach(async () => void (account = await TestAccount.start()));
  afterEach(() => account.close());

  const registered = async (scaffold: string): Promise<string> => {
    const text = service.newFile("task-definition", scaffold, { family: "first", region: "eu-west-1" })!;
    const input = JSON.parse(text) as RegisterTaskDefinitionCommandInput;
    const { taskDefinition } = await account.ecs.send(new RegisterTaskDefinitionCommand(input));
    return taskDefinition!.taskDefinitionArn!;
  };

  for (const { id, label } of service.newFileChoices("task-definition").scaffolds) {
    if (!id.startsWith("fargate-")) {
      it(`is taken by RegisterTaskDefinition: ${label}`, () => registered(id));
      continue;
    }
    it(`starts as it is: ${label}`, async () => {
      const { tasks } = await account.ecs.send(
        new RunTaskCommand({
          cluster: "live",
          taskDefinition: await registered(id),
          launchType: "FARGATE",
          networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-1"], assignPublicIp: "ENABLED" } },
        }),
      );
      account.advance(60);
      const described = await account.ecs.send(
        new DescribeTasksCommand({ cluster: "live", tasks: [tasks![0]!.taskArn!] }),
      );
      assert.equal(described.tasks![0]!.lastStatus, "RUNNING");
    });
  }
});

describe("A service that a scaffold writes", () => {
  let account: TestAccount;
  beforeEach(async () => void (account = await TestAccount.start()));
  afterEach(() => account.close());

  for (const { id, label } of service.newFileChoices("service").scaffolds) {
    it(`is taken by CreateService, or refused only for what the account lacks: ${label}`, async () => {
      const answers = { family: "web", taskDefinition: "web", cluster: "live", region: "eu-west-1" };
      const onInstances = id === "service-ec2-web" || id === "service-daemon";
      await account.ecs.send(
        new RegisterTaskDefinitionCommand({
          family: "web",
          networkMode: onInstances ? "bridge" : "awsvpc",
          requiresCompatibilities: onInstances ? ["EC2"] : ["FARGATE", "MANAGED_INSTANCES"],
          cpu: "256",
          memory: "512",
          containerDefinitions: [
            {
              name: "web",
              image: "web:1",
              memory: 256,
              ...(id === "service-ebs" && {
                mountPoints: [{ sourceVolume: "data", containerPath: "/data" }],
              }),
              portMappings: [{ name: "http", containerPort: 8080, appProtocol: "http" }],
            },
          ],
          ...(id === "service-ebs" && { volumes: [{ name: "data", configuredAtLaunch: true }] }),
        }),
      );
      const input = JSON.parse(service.newFile("service", id, answers)!) as CreateServiceCommandInput;
      const refusal = await account.ecs.send(new CreateServiceCommand(input)).then(
        () => "",
        (error: Error) => error.message,
      );
      assert.match(refusal, lacks[id] ?? /^$/);
    });
  }
});

/** What a new account does not have. */
const lacks: Readonly<Record<string, RegExp>> = {
  "service-managed-instances":
    /^The specified capacity provider strategy cannot contain a capacity provider that is not associated/,
};
