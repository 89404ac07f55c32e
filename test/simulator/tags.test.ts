import assert from "node:assert/strict";
import {
  DescribeTasksCommand,
  ListTagsForResourceCommand,
  RegisterTaskDefinitionCommand,
  RunTaskCommand,
  type RunTaskCommandInput,
  type Tag,
  TagResourceCommand,
  UntagResourceCommand,
} from "@aws-sdk/client-ecs";
import { TestAccount } from "./testAccount.ts";

const team = { key: "team", value: "shop" };
const stage = { key: "stage", value: "live" };
const clusterName = { key: "aws:ecs:clusterName", value: "live" };
const serviceName = { key: "aws:ecs:serviceName", value: "web" };

describe("Tags", () => {
  let account: TestAccount;
  beforeEach(async () => {
    account = await TestAccount.start();
    await account.registerWeb("1");
  });
  afterEach(() => account.close());

  const tagsOf = async (resourceArn: string) =>
    (await account.ecs.send(new ListTagsForResourceCommand({ resourceArn }))).tags;
  const tag = (resourceArn: string, tags: Tag[]) =>
    account.ecs.send(new TagResourceCommand({ resourceArn, tags }));

  async function runWith(settings: Partial<RunTaskCommandInput>): Promise<Tag[]> {
    const networkConfiguration = { awsvpcConfiguration: { subnets: ["subnet-1"] } };
    const run = new RunTaskCommand({
      cluster: "live",
      taskDefinition: "web",
      launchType: "FARGATE",
      networkConfiguration,
      ...settings,
    });
    const { tasks } = await account.ecs.send(run);
    return tasks![0]!.tags!;
  }

  it("of a service go to its tasks when it propagates them, with those that ECS manages", async () => {
    await account.createWeb({
      desiredCount: 1,
      tags: [team],
      propagateTags: "SERVICE",
      enableECSManagedTags: true,
    });
    account.advance(60);
    const [task] = await account.tasks();
    assert.deepEqual(task!.tags, [team, clusterName, serviceName]);
    assert.deepEqual(await tagsOf(task!.taskArn!), [team, clusterName, serviceName]);
  });

  it("of a task are told only when they are asked for", async () => {
    await account.createWeb({ desiredCount: 1, tags: [team], propagateTags: "SERVICE" });
    account.advance(60);
    const [task] = await account.tasks();
    const { tasks } = await account.ecs.send(
      new DescribeTasksCommand({ cluster: "live", tasks: [task!.taskArn!] }),
    );
    assert.deepEqual(tasks![0]!.tags, []);
  });

  it("of a task definition go to standalone tasks, whose own win", async () => {
    const containerDefinitions = [{ name: "app", image: "web:2" }];
    await account.ecs.send(
      new RegisterTaskDefinitionCommand({
        family: "web",
        networkMode: "awsvpc",
        requiresCompatibilities: ["FARGATE"],
        cpu: "256",
        memory: "512",
        containerDefinitions,
        tags: [team, stage],
      }),
    );
    assert.deepEqual(await runWith({}), []);
    assert.deepEqual(await runWith({ propagateTags: "TASK_DEFINITION" }), [team, stage]);
    const other = { key: "team", value: "other" };
    assert.deepEqual(
      await runWith({ propagateTags: "TASK_DEFINITION", tags: [other], enableECSManagedTags: true }),
      [stage, other, clusterName],
    );
  });

  it("are added to and removed from a task that has tags of ECS", async () => {
    await account.createWeb({ desiredCount: 1, enableECSManagedTags: true });
    account.advance(60);
    const arn = (await account.tasks())[0]!.taskArn!;
    await tag(arn, [team, stage]);
    await tag(arn, [{ key: "stage", value: "test" }]);
    await account.ecs.send(new UntagResourceCommand({ resourceArn: arn, tagKeys: ["team"] }));
    assert.deepEqual(await tagsOf(arn), [clusterName, serviceName, { key: "stage", value: "test" }]);
  });

  it("are refused beyond fifty, and with names of AWS", async () => {
    const { serviceArn = "" } = await account.createWeb();
    await tag(
      serviceArn,
      Array.from({ length: 50 }, (_, index) => ({ key: `tag-${index}`, value: "" })),
    );
    await assert.rejects(tag(serviceArn, [team]), {
      name: "InvalidParameterException",
      message: "Too many tags: a resource can have up to 50 tags.",
    });
    await assert.rejects(tag(serviceArn, [clusterName]), {
      message: "Tag keys that begin with 'aws:' are reserved for system use.",
    });
    await assert.rejects(tagsOf(serviceArn.replace("/web", "/other")), { name: "ServiceNotFoundException" });
  });
});
