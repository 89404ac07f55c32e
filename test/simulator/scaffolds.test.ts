import assert from "node:assert/strict";
import {
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
