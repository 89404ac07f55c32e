import assert from "node:assert/strict";
import type { LookupKind } from "../../server/src/protocol.ts";
import { simulatedAccount, type SimulatedAccount } from "../support/simulatedAccount.ts";

const { signal } = new AbortController();

describe("Looking up values of the account", () => {
  let account: SimulatedAccount;
  before(async () => {
    account = await simulatedAccount({ scenario: "demo", clock: "step" });
  });
  after(() => account.close());

  const find = async (kind: LookupKind, scope?: string): Promise<readonly string[]> => {
    const { available, values } = await account.connection.lookUp(
      scope === undefined ? { kind } : { kind, scope },
      signal,
    );
    assert.ok(available, `${kind} is not available`);
    return values.map(({ value }) => value);
  };

  it("asks nothing before the connection has shown that it works", async () => {
    assert.deepEqual(await account.connection.lookUp({ kind: "cluster" }, signal), {
      available: false,
      values: [],
    });
    assert.deepEqual(account.operations(), []);
    await account.connection.identity();
  });

  it("finds clusters, services and families by name", async () => {
    assert.deepEqual(await find("cluster"), ["live", "staging"]);
    assert.ok((await find("service", "live")).includes("orders"));
    assert.ok((await find("task-definition-family")).includes("orders"));
    assert.equal((await find("task-definition-revision", "orders"))[0], "orders:2");
  });

  const shapes: readonly (readonly [LookupKind, RegExp])[] = [
    ["role", /^arn:aws:iam::\d{12}:role\//],
    ["log-group", /^\//],
    ["secret", /^arn:aws:secretsmanager:eu-west-1:/],
    ["parameter", /parameter\/|^\//],
    ["repository", /^\d{12}\.dkr\.ecr\.eu-west-1\.amazonaws\.com\//],
    ["subnet", /^subnet-/],
    ["security-group", /^sg-/],
    ["target-group", /^arn:aws:elasticloadbalancing:/],
    ["efs-file-system", /^fs-/],
  ];
  for (const [kind, shape] of shapes) {
    it(`finds each ${kind} in the form that files take`, async () => {
      for (const value of await find(kind)) assert.match(value, shape);
    });
  }

  it("finds the tags of a repository as whole images", async () => {
    const [repository] = await find("repository");
    assert.ok(repository, "the demo account has repositories");
    for (const image of await find("image-tag", repository))
      assert.ok(image.startsWith(`${repository}:`), image);
  });
});

describe("Looking up values of a large account", () => {
  let account: SimulatedAccount;
  before(async () => {
    account = await simulatedAccount({ scenario: "large", clock: "step" });
    await account.connection.identity();
  });
  after(() => account.close());

  it("reads page after page, and says that this was all", async () => {
    const { values, hasMore } = await account.connection.lookUp({ kind: "task-definition-family" }, signal);
    assert.deepEqual([values.length, values.at(-1)?.value, hasMore], [250, "service-250", false]);
    assert.equal(
      account.operations().filter((operation) => operation === "ListTaskDefinitionFamilies").length,
      3,
    );
  });

  it("says why a call failed", async () => {
    account.proxy.faults.set("ListClusters", {
      error: "AccessDeniedException",
      message: "User is not authorized to perform ecs:ListClusters",
    });
    assert.deepEqual(await account.connection.lookUp({ kind: "cluster" }, signal), {
      available: false,
      values: [],
      reason: "Could not look it up: not authorized. User is not authorized to perform ecs:ListClusters",
    });
  });

  it("says nothing of what is in another region", async () => {
    const calls = account.operations().length;
    assert.deepEqual(await account.connection.lookUp({ kind: "log-group", region: "us-east-1" }, signal), {
      available: false,
      values: [],
    });
    assert.equal(account.operations().length, calls);
  });
});
