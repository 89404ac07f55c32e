import assert from "node:assert/strict";
import * as sdk from "@aws-sdk/client-ecs";
import { ecsOperations } from "../../simulator/src/ecs/index.ts";
import { inputShapes } from "../../simulator/src/ecs/input/inputShapes.table.ts";
import { TestAccount } from "./testAccount.ts";

/** What is put into a list, and the greatest page. The figures are those of the API reference. */
const lists: Readonly<Record<string, readonly [input: object, most: number]>> = {
  DescribeCapacityProviders: [{}, 10],
  ListAccountSettings: [{ effectiveSettings: true }, 10],
  ListAttributes: [{ cluster: "live", targetType: "container-instance" }, 100],
  ListClusters: [{}, 100],
  ListContainerInstances: [{ cluster: "live" }, 100],
  ListServiceDeployments: [{ cluster: "live", service: "web" }, 100],
  ListServices: [{ cluster: "live" }, 100],
  ListServicesByNamespace: [{ namespace: "shop" }, 100],
  ListTaskDefinitionFamilies: [{}, 100],
  ListTaskDefinitions: [{}, 100],
  ListTasks: [{ cluster: "live" }, 100],
};

/** The member that names what is to be described, and how many there may be. */
const descriptions: Readonly<Record<string, readonly [member: string, most: number, refusal: string]>> = {
  DeleteTaskDefinitions: ["taskDefinitions", 10, "Task definitions cannot have more than 10 elements."],
  DescribeClusters: ["clusters", 100, "Clusters cannot have more than 100 elements."],
  DescribeContainerInstances: [
    "containerInstances",
    100,
    "Container instances cannot have more than 100 elements.",
  ],
  DescribeServiceDeployments: [
    "serviceDeploymentArns",
    20,
    "serviceDeploymentArns cannot have more than 20 elements.",
  ],
  DescribeServiceRevisions: [
    "serviceRevisionArns",
    20,
    "serviceRevisionArns cannot have more than 20 elements.",
  ],
  DescribeServices: ["services", 10, "Services cannot have more than 10 elements."],
  DescribeTasks: ["tasks", 100, "Tasks cannot have more than 100 elements."],
  UpdateContainerInstancesState: [
    "containerInstances",
    10,
    "Container instances cannot have more than 10 elements.",
  ],
  UpdateTaskProtection: ["tasks", 10, "Tasks cannot have more than 10 elements."],
};

describe("The limits of", () => {
  let account: TestAccount;
  before(async () => {
    account = await TestAccount.start({
      clusters: [{ name: "live", instances: [{}, {}] }, { name: "second" }],
    });
    await account.registerWeb("1");
    await account.registerWeb("2");
    await account.createWeb();
  });
  after(() => account.close());

  const call = (operation: string, input: object): Promise<any> =>
    account.ecs.send(new (sdk as any)[`${operation}Command`](input));
  const references = (count: number): string[] =>
    Array.from({ length: count }, (_, index) => `arn:aws:ecs:eu-west-1:123456789012:x/live/${index}`);

  for (const [operation, [input, most]] of Object.entries(lists)) {
    it(`${operation}: pages of 1 to ${most}, by tokens that it has given out`, async () => {
      const message = `maxResults should be between 1 and ${most}, inclusive.`;
      await assert.rejects(call(operation, { ...input, maxResults: most + 1 }), {
        name: "InvalidParameterException",
        message,
      });
      await assert.rejects(call(operation, { ...input, maxResults: 0 }), {
        name: "InvalidParameterException",
        message,
      });
      await assert.rejects(call(operation, { ...input, nextToken: "made-up" }), {
        name: "InvalidParameterException",
        message: "Invalid token.",
      });
      await call(operation, { ...input, maxResults: most });
    });
  }

  for (const [operation, [member, most, message]] of Object.entries(descriptions)) {
    it(`${operation}: ${most} at once`, async () => {
      const input = { cluster: "live", status: "ACTIVE", protectionEnabled: true };
      await call(operation, { ...input, [member]: references(most) });
      await assert.rejects(call(operation, { ...input, [member]: references(most + 1) }), {
        name: "InvalidParameterException",
        message,
      });
    });
  }

  it("lists are those of all operations that take a token", () => {
    const paged = ecsOperations
      .map(({ name }) => name)
      .filter((name) => inputShapes[`${name}Request`]?.["nextToken"]);
    assert.deepEqual(paged.sort(), Object.keys(lists).sort());
  });

  it("pages begin where the last has ended", async () => {
    const pages: string[][] = [];
    for (let nextToken: string | undefined, first = true; first || nextToken !== undefined; first = false) {
      const answer = await call("ListTaskDefinitions", { maxResults: 1, nextToken });
      pages.push(answer.taskDefinitionArns.map((arn: string) => arn.split("/")[1]!));
      nextToken = answer.nextToken;
    }
    assert.deepEqual(pages, [["web:1"], ["web:2"]]);
  });
});
