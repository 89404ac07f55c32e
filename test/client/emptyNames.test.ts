import assert from "node:assert/strict";
import {
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
} from "@aws-sdk/client-ecs";
import { taskResource } from "../../client/src/model/resource.ts";
import { permitFor } from "../support/permitFor.ts";
import { plainShop } from "../support/plainShop.ts";
import { simulatedAccount, type SimulatedAccount } from "../support/simulatedAccount.ts";

describe("A call that leaves open what it is about", () => {
  let account: SimulatedAccount;
  beforeEach(async () => (account = await simulatedAccount({ scenario: plainShop, clock: "step" })));
  afterEach(() => account.close());

  it("is not sent, as AWS would take it for the default cluster or for another thing", async () => {
    const { ecsClient: client, ecs } = account.connection;
    const task = "arn:aws:ecs:eu-west-1:123456789012:task/live/1";
    for (const [send, member] of [
      [() => client.send(new DescribeTasksCommand({ cluster: "", tasks: [task] })), "cluster"],
      [() => client.send(new DescribeTasksCommand({ cluster: "live", tasks: [task, ""] })), "tasks"],
      [() => client.send(new DescribeServicesCommand({ cluster: "live", services: [""] })), "services"],
      [() => client.send(new DescribeTaskDefinitionCommand({ taskDefinition: "" })), "taskDefinition"],
      [() => ecs.taskDefinition(""), "taskDefinition"],
      [() => ecs.taskArns("live", { serviceName: "" }), "serviceName"],
    ] as const)
      await assert.rejects(send(), (error: Error) => {
        assert.equal(error.name, "EmptyNameError");
        assert.match(
          error.message,
          new RegExp(`^\\w+ was not sent: what it is about \\(${member}\\) has no name\\.$`),
        );
        return true;
      });
    assert.deepEqual(account.operations(), []);
  });

  it("is sent where what is empty is no name", async () => {
    account.simulator.clock.advance(60);
    const [task] = await account.connection.ecs.tasks("live", { serviceName: "orders" });
    const permit = await permitFor(account, taskResource(task!));
    await permit.stopTask("live", task!.taskArn!, "");
    assert.ok(account.operations().includes("StopTask"));
  });
});
