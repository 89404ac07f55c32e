import assert from "node:assert/strict";
import { simulatedAccount, simulatedRow, type SimulatedAccount } from "../support/simulatedAccount.ts";

const services = [simulatedRow, "Clusters", "live", "Services"];

describe("A failing call", () => {
  let account: SimulatedAccount;
  beforeEach(async () => (account = await simulatedAccount({ scenario: "demo", clock: "step" })));
  afterEach(() => account.close());

  it("shows as one row where its data would stand, and the rest of the tree stays", async () => {
    account.proxy.faults.set("ListTasks", {
      error: "AccessDeniedException",
      message: "User is not authorized to perform: ecs:ListTasks",
    });
    const orders = await account.expand(...services, "orders");
    assert.deepEqual(await account.rows(await account.expand(...services, "orders", "Tasks")), [
      "Could not list tasks | not authorized. User is not authorized to perform: ecs:ListTasks",
    ]);
    assert.equal((await account.rows(orders)).length, 6);
    assert.equal((await account.rows(await account.expand(...services))).length, 4);
  });

  it("is asked again by hand, and its row goes when it succeeds", async () => {
    account.proxy.faults.set("ListTasks", { error: "AccessDeniedException", times: 1 });
    const tasks = await account.expand(...services, "orders", "Tasks");
    await account.explorer.retry(tasks.children![0]!.node);
    assert.equal((await account.rows(tasks)).length, 3);
  });

  it("of the connection says so in the connection's place", async () => {
    account.proxy.faults.set("GetCallerIdentity", {
      error: "ExpiredTokenException",
      message: "The security token included in the request is expired",
    });
    const connection = await account.expand(simulatedRow);
    assert.deepEqual(await account.rows(connection), [
      "Could not connect | the session has expired. Sign in again.",
    ]);
  });

  it("of an endpoint that refuses connections names that", async () => {
    await account.proxy.close();
    assert.deepEqual(await account.rows(await account.expand(simulatedRow)), [
      "Could not connect | the endpoint cannot be reached (ECONNREFUSED).",
    ]);
  });

  it("that was throttled succeeds after a wait, without a row", async () => {
    account.proxy.faults.set("ListClusters", {
      error: "ThrottlingException",
      message: "Rate exceeded",
      times: 2,
    });
    assert.deepEqual((await account.rows(await account.expand(simulatedRow, "Clusters"))).length, 2);
    assert.equal(account.operations().filter((operation) => operation === "ListClusters").length, 1);
    assert.deepEqual(account.failures, []);
  });

  it("of the alias leaves the account's number alone on the row", async () => {
    account.proxy.faults.set("ListAccountAliases", { error: "AccessDenied", status: 403 });
    const connection = await account.expand(simulatedRow);
    while (connection.loading) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(await account.rows(), [`${simulatedRow} | 123456789012`]);
    assert.deepEqual(account.failures, []);
  });

  it("of the deployments' history leaves the current deployments there", async () => {
    account.proxy.faults.set("ListServiceDeployments", { error: "AccessDeniedException", message: "no" });
    const deployments = await account.expand(...services, "orders", "Deployments");
    while (deployments.loading) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(await account.rows(deployments), [
      "Could not list service deployments | not authorized. no",
      "orders:2 | completed · 3 of 3 running",
    ]);
  });
});

describe("A row that is collapsed while it is loading", () => {
  it("gives up its calls, and loads anew when it is expanded again", async () => {
    const account = await simulatedAccount({ scenario: "demo", clock: "step" });
    try {
      const orders = await account.expand(...services, "orders");
      const tasks = (await account.explorer.children(orders)).find(({ node }) => node.kind === "tasks")!;
      account.proxy.held.add("ListTasks");
      const waiting = account.explorer.children(tasks);
      account.explorer.collapse(tasks);
      assert.deepEqual(await waiting, []);
      account.proxy.release();
      assert.equal((await account.explorer.children(tasks)).length, 3);
      assert.deepEqual(account.failures, []);
    } finally {
      await account.close();
    }
  });
});
