import assert from "node:assert/strict";
import {
  DeleteAccountSettingCommand,
  ListAccountSettingsCommand,
  PutAccountSettingCommand,
  PutAccountSettingDefaultCommand,
  SettingName,
} from "@aws-sdk/client-ecs";
import { settingNames } from "../../simulator/src/state/accountSettings.ts";
import { TestAccount } from "./testAccount.ts";

const user = "arn:aws:iam::123456789012:user/simulated";
const root = "arn:aws:iam::123456789012:root";

describe("The account settings", () => {
  let account: TestAccount;
  beforeEach(async () => {
    account = await TestAccount.start();
  });
  afterEach(() => account.close());

  const settings = async (input: ConstructorParameters<typeof ListAccountSettingsCommand>[0] = {}) =>
    (await account.ecs.send(new ListAccountSettingsCommand(input))).settings!;

  it("are those of the SDK", () => {
    assert.deepEqual([...settingNames].sort(), Object.values(SettingName).sort());
  });

  it("list what the caller has set", async () => {
    const put = new PutAccountSettingCommand({ name: "containerInsights", value: "enhanced" });
    const setting = { name: "containerInsights", value: "enhanced", principalArn: user };
    assert.deepEqual((await account.ecs.send(put)).setting, setting);
    assert.deepEqual(await settings(), [setting]);
    assert.deepEqual(await settings({ value: "disabled" }), []);
    assert.deepEqual(await settings({ principalArn: "arn:aws:iam::123456789012:role/other" }), []);
  });

  it("in effect are the caller's, then the account's, then those of AWS, ten a page", async () => {
    await account.ecs.send(new PutAccountSettingDefaultCommand({ name: "guardDutyActivate", value: "on" }));
    assert.deepEqual(await settings({ name: "guardDutyActivate", effectiveSettings: true }), [
      { name: "guardDutyActivate", value: "on", principalArn: user },
    ]);
    assert.deepEqual(await settings({ name: "guardDutyActivate", principalArn: root }), [
      { name: "guardDutyActivate", value: "on", principalArn: root },
    ]);
    await account.ecs.send(new PutAccountSettingCommand({ name: "guardDutyActivate", value: "off" }));
    assert.equal((await settings({ name: "guardDutyActivate", effectiveSettings: true }))[0]!.value, "off");
    assert.equal(
      (await account.ecs.send(new DeleteAccountSettingCommand({ name: "guardDutyActivate" }))).setting!.value,
      "on",
    );
    const first = await account.ecs.send(new ListAccountSettingsCommand({ effectiveSettings: true }));
    assert.equal(first.settings!.length, 10);
    assert.equal((await settings({ effectiveSettings: true, nextToken: first.nextToken })).length, 1);
  });

  it("refuse unknown names and values", async () => {
    await assert.rejects(settings({ name: "unknown" as SettingName }), {
      name: "InvalidParameterException",
      message: `unknown should be one of [${settingNames.join(",")}]`,
    });
    const put = new PutAccountSettingCommand({ name: "fargateTaskRetirementWaitPeriod", value: "3" });
    await assert.rejects(account.ecs.send(put), {
      name: "InvalidParameterException",
      message: "3 should be one of [0,7,14]",
    });
  });
});
