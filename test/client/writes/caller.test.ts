import assert from "node:assert/strict";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Connection } from "../../../client/src/aws/connection.ts";
import { ReadOnlyError } from "../../../client/src/aws/writes/protection.ts";
import { serviceResource } from "../../../client/src/model/resource.ts";
import { isReading } from "../../support/awsOperations.ts";
import { useConfiguration } from "../../support/awsConfiguration.ts";
import { hurriedClock } from "../../support/hurriedClock.ts";
import { plainShop } from "../../support/plainShop.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";

const plan = {
  question: "Scale live / orders to 0 tasks",
  facts: ["Now 3 tasks."],
  action: "Scale",
  resources: [serviceResource("live", "orders")],
};

const identityOf = (account: string): string =>
  `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::${account}:user/me</Arn><UserId>x</UserId><Account>${account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`;
const aliasesOf = (alias: string): string =>
  `<ListAccountAliasesResponse><ListAccountAliasesResult><IsTruncated>false</IsTruncated><AccountAliases>${alias && `<member>${alias}</member>`}</AccountAliases></ListAccountAliasesResult></ListAccountAliasesResponse>`;

describe("The account's alias", () => {
  let account: SimulatedAccount;
  const asked: { readonly question: string; readonly facts: readonly string[]; readonly typed?: string }[] =
    [];
  beforeEach(async () => {
    account = await simulatedAccount({ scenario: plainShop, clock: "step" }, hurriedClock);
    asked.length = 0;
    account.confirmWrite = async (question) => {
      asked.push(question);
      return true;
    };
  });
  afterEach(() => account.close());

  const deny = (times?: number): void =>
    void account.proxy.faults.set("ListAccountAliases", {
      error: "AccessDenied",
      message: "You may not",
      status: 403,
      ...(times === undefined ? {} : { times }),
    });

  it("is in the question, and patterns that match it count", async () => {
    account.proxy.answers.set("ListAccountAliases", aliasesOf("shop-live"));
    await account.connection.writes.ask(plan);
    assert.equal(
      asked[0]?.question,
      "Scale live / orders to 0 tasks in shop-live (123456789012), eu-west-1?",
    );
    account.protection = { readOnly: ["shop-*"], protected: [] };
    await assert.rejects(account.connection.writes.ask(plan), ReadOnlyError);
  });

  it("forbids to write where a read-only pattern may name it and it could not be asked, with the reason", async () => {
    deny();
    account.protection = { readOnly: ["shop-*"], protected: [] };
    await assert.rejects(account.connection.writes.ask(plan), {
      name: "ReadOnlyError",
      message:
        "nothing is written to live / orders in account 123456789012, eu-west-1, as “shop-*” in the setting taskwright.readOnly may name the account's alias. Could not ask for the account's alias: not authorized. You may not. Patterns such as “cluster:shop-*” or “profile:shop-*” do without it.",
    });
    await assert.rejects(account.connection.writes.requireWritable([]), ReadOnlyError);
    assert.deepEqual(asked, []);
  });

  it("wants the name typed where a protected pattern may name it and it could not be asked, with the reason", async () => {
    deny();
    account.protection = { readOnly: [], protected: ["shop-*"] };
    await account.connection.writes.ask(plan);
    assert.equal(asked[0]?.typed, "orders");
    assert.match(
      asked[0]?.facts.at(-1) ?? "",
      /^A name must be typed, as “shop-\*” .* not authorized\. You may not/,
    );
  });

  it("is not needed where no pattern may name it", async () => {
    deny();
    account.protection = { readOnly: ["cluster:other", "eu-west-2"], protected: ["profile:prod"] };
    await account.connection.writes.ask(plan);
    assert.deepEqual(
      asked.map(({ question, typed }) => [question, typed]),
      [["Scale live / orders to 0 tasks in account 123456789012, eu-west-1?", undefined]],
    );
  });

  for (const [how, fail] of [
    ["denied", () => deny(1)],
    [
      "throttled",
      () => account.proxy.faults.set("ListAccountAliases", { error: "Throttling", status: 400, times: 8 }),
    ],
    [
      "lost",
      () =>
        account.proxy.faults.set("ListAccountAliases", { error: "InternalFailure", status: 500, times: 3 }),
    ],
  ] as const)
    it(`is asked again after it was ${how} once, and the answer is kept`, async () => {
      account.proxy.answers.set("ListAccountAliases", aliasesOf("shop-live"));
      account.protection = { readOnly: ["shop-*"], protected: [] };
      fail();
      await assert.rejects(account.connection.writes.ask(plan), { message: /could not|Could not/ });
      await assert.rejects(account.connection.writes.ask(plan), {
        message:
          "nothing is written to live / orders in shop-live (123456789012), eu-west-1, by “shop-*” in the setting taskwright.readOnly.",
      });
      account.proxy.isCut = true;
      assert.equal(await account.connection.alias(), "shop-live");
    });
});

describe("The account of the credentials", () => {
  let account: SimulatedAccount;
  let connection: Connection;
  let folder: string;
  let configuration: { restore(): Promise<void> };
  beforeEach(async () => {
    account = await simulatedAccount({ scenario: plainShop, clock: "step" });
    folder = await mkdtemp(join(tmpdir(), "taskwright-keys-"));
    await useKey("AKIAFIRST");
    const tool = join(folder, "tool");
    await writeFile(tool, `#!/bin/sh\nexec cat '${folder}/keys'\n`);
    await chmod(tool, 0o755);
    configuration = await useConfiguration(
      `[profile changing]\ncredential_process = ${tool}\nendpoint_url = ${account.proxy.endpoint}\n`,
    );
    connection = await account.connections.open({ profile: "changing", region: "eu-west-1" });
  });
  afterEach(async () => {
    await configuration.restore();
    await account.close();
    await rm(folder, { recursive: true });
  });

  const useKey = (AccessKeyId: string): Promise<void> =>
    writeFile(
      join(folder, "keys"),
      JSON.stringify({ Version: 1, AccessKeyId, SecretAccessKey: "secret", SessionToken: "token" }),
    );
  /** As with every Refresh, and when AWS refuses the credentials of before. */
  const renew = async (AccessKeyId: string): Promise<void> => {
    await useKey(AccessKeyId);
    connection.credentials.renew();
  };
  const count = (operation: string): number =>
    account.operations().filter((each) => each === operation).length;
  const written = (): readonly string[] => account.operations().filter((each) => !isReading(each));

  it("is asked once for an access key, and again for another", async () => {
    assert.equal((await connection.identity()).account, "123456789012");
    assert.equal((await connection.identity()).account, "123456789012");
    assert.equal(count("GetCallerIdentity"), 1);
    account.proxy.answers.set("GetCallerIdentity", identityOf("210987654321"));
    assert.equal((await connection.identity()).account, "123456789012");
    await renew("AKIASECOND");
    assert.equal((await connection.identity()).account, "210987654321");
  });

  it("is in the question as it is now, and a permit for the one before is good for nothing", async () => {
    const questions: string[] = [];
    account.confirmWrite = async ({ question }) => {
      questions.push(question);
      return true;
    };
    const permit = await connection.writes.ask(plan);
    account.proxy.answers.set("GetCallerIdentity", identityOf("210987654321"));
    await renew("AKIASECOND");
    await assert.rejects(permit!.updateService({ cluster: "live", service: "orders", desiredCount: 1 }), {
      name: "OutsidePermitError",
      message:
        "nothing was sent: the credentials belong to account 210987654321 now, and account 123456789012 was agreed to.",
    });
    assert.deepEqual(written(), []);
    await connection.writes.ask(plan);
    assert.deepEqual(questions, [
      "Scale live / orders to 0 tasks in account 123456789012, eu-west-1?",
      "Scale live / orders to 0 tasks in account 210987654321, eu-west-1?",
    ]);
  });

  it("is the one that the patterns are held against", async () => {
    account.protection = { readOnly: ["210987654321"], protected: [] };
    account.confirmWrite = async () => true;
    assert.ok(await connection.writes.ask(plan));
    account.proxy.answers.set("GetCallerIdentity", identityOf("210987654321"));
    await renew("AKIASECOND");
    await assert.rejects(connection.writes.ask(plan), ReadOnlyError);
  });
});
