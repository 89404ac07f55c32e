import assert from "node:assert/strict";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as aws from "../../client/src/aws/index.ts";
import type { CommandContext } from "../../client/src/commands/command.ts";
import { addConnection, removeConnection } from "../../client/src/commands/addConnection.ts";
import { selectProfile } from "../../client/src/commands/selectProfile.ts";
import { selectRegion } from "../../client/src/commands/selectRegion.ts";
import { signIn } from "../../client/src/commands/signIn.ts";
import { switchConnection } from "../../client/src/commands/switchConnection.ts";
import { Connections } from "../../client/src/account/connections.ts";
import type { ConnectionNode } from "../../client/src/tree/connectionNode.ts";
import { systemClock } from "../../client/src/model/clock.ts";
import type { TreeNode } from "../../client/src/tree/node.ts";
import { startSimulator, type Simulator } from "../../simulator/src/simulator.ts";
import { useConfiguration } from "../support/awsConfiguration.ts";
import { faultyProxy, type FaultyProxy } from "../support/faultyProxy.ts";
import { ScriptedUi, type Answer } from "../support/scriptedUi.ts";
import {
  memoryStorage,
  simulatedAccount,
  simulatedRow,
  type SimulatedAccount,
} from "../support/simulatedAccount.ts";

const permissive = {
  rules: () => ({ readOnly: [], protected: [] }),
  confirm: async () => false,
  audit: () => undefined,
};

/** Connections as VS Code makes them, with a configuration and an environment of the test. */
function connectionsWith(options: {
  environment?: Record<string, string>;
  targets?: unknown;
  mfaCode?: (serial: string) => Promise<string>;
}): Connections {
  return new Connections({
    loadAws: async () => aws,
    storage: memoryStorage(options.targets === undefined ? {} : { targets: options.targets }),
    environment: options.environment ?? {},
    prompts: { mfaCode: options.mfaCode ?? (() => Promise.reject(new Error("not asked"))) },
    clock: systemClock,
    callsPerSecond: () => 1000,
    observer: () => ({ finished: () => undefined, throttling: () => undefined }),
    guard: permissive,
  });
}

describe("The connections of a window", () => {
  let configuration: { restore(): Promise<void> };
  before(async () => {
    configuration = await useConfiguration(`[default]
region = eu-central-1
[profile dev]
region = eu-west-1
sso_session = corp
[sso-session corp]
sso_start_url = https://corp.example/start
sso_region = eu-west-1
[profile prod.admin]
role_arn = arn:aws:iam::123456789012:role/admin
mfa_serial = arn:aws:iam::123456789012:mfa/me
source_profile = default
[profile tool]
credential_process = tool
[services local]
ecs =
  endpoint_url = http://127.0.0.1:1
`);
  });
  after(() => configuration.restore());

  it("offer the profiles of the shared configuration, with where each gets its credentials", async () => {
    assert.deepEqual(await connectionsWith({}).profiles(), [
      { name: "default", region: "eu-central-1", source: "no credentials of its own" },
      { name: "dev", region: "eu-west-1", source: "SSO" },
      { name: "prod.admin", region: undefined, source: "role with MFA" },
      { name: "tool", region: undefined, source: "process" },
    ]);
  });

  it("start with the default profile", async () => {
    assert.deepEqual(await connectionsWith({}).targets(), [{ profile: "default", region: "eu-central-1" }]);
  });

  it("start with what the environment says", async () => {
    const targets = async (environment: Record<string, string>): Promise<unknown> =>
      connectionsWith({ environment }).targets();
    assert.deepEqual(await targets({ AWS_PROFILE: "dev" }), [{ profile: "dev", region: "eu-west-1" }]);
    assert.deepEqual(await targets({ AWS_PROFILE: "tool", AWS_REGION: "us-east-1" }), [
      { profile: "tool", region: "us-east-1" },
    ]);
    assert.deepEqual(await targets({ AWS_ACCESS_KEY_ID: "AKIA", AWS_DEFAULT_REGION: "us-east-1" }), [
      { profile: undefined, region: "us-east-1" },
    ]);
    assert.deepEqual(await targets({ AWS_PROFILE: "unknown" }), []);
    assert.deepEqual(await targets({ AWS_PROFILE: "tool" }), []);
  });

  it("stay as the person left them, also when there are none", async () => {
    const targets = [{ profile: "dev", region: "eu-west-1" }];
    assert.deepEqual(await connectionsWith({ targets }).targets(), targets);
    assert.deepEqual(await connectionsWith({ targets: [] }).targets(), []);
  });

  it("are opened once each", async () => {
    const connections = connectionsWith({});
    const dev = { profile: "dev", region: "eu-west-1" };
    const [first, second, other] = await Promise.all([
      connections.open(dev),
      connections.open({ ...dev }),
      connections.open({ ...dev, region: "us-east-1" }),
    ]);
    assert.equal(first, second);
    assert.notEqual(first, other);
  });
});

describe("Connections in the tree", () => {
  let account: SimulatedAccount;
  beforeEach(async () => (account = await simulatedAccount({ scenario: "demo", clock: "step" })));
  afterEach(() => account.close());

  async function run<N extends TreeNode>(
    command: { run(context: CommandContext, node: N | undefined, selected: readonly N[]): Promise<void> },
    node: N | undefined,
    ...answers: Answer[]
  ): Promise<ScriptedUi> {
    const ui = new ScriptedUi(...answers);
    await command.run(account.context(ui), node, []);
    return ui;
  }
  const labels = async (): Promise<readonly string[]> =>
    (await account.explorer.children()).map(({ node }) => node.row().label);
  const connectionNode = async (label = simulatedRow): Promise<ConnectionNode> =>
    (await account.explorer.children()).find(({ node }) => node.row().label === label)
      ?.node as ConnectionNode;

  it("stand side by side, and each has its own rows", async () => {
    await labels();
    await run(selectRegion, await connectionNode(), "us-east-1");
    assert.deepEqual(await labels(), ["simulated · us-east-1"]);
    await run(addConnection, undefined, "simulated");
    assert.deepEqual(await labels(), ["simulated · us-east-1", simulatedRow]);
    await account.expand("simulated · us-east-1", "Clusters");
    await account.expand(simulatedRow, "Clusters");
    await run(removeConnection, await connectionNode("simulated · us-east-1"));
    assert.deepEqual(await labels(), [simulatedRow]);
    await run(removeConnection, await connectionNode());
    assert.deepEqual(await labels(), []);
  });

  it("are switched without a restart", async () => {
    await labels();
    await run(addConnection, undefined, "simulated");
    assert.deepEqual(await labels(), [simulatedRow]);
    await run(switchConnection, undefined, "Select Region…", "eu-north-1");
    assert.deepEqual(await labels(), ["simulated · eu-north-1"]);
    await run(addConnection, undefined, "simulated");
    const { offered } = await run(switchConnection, undefined, simulatedRow);
    assert.deepEqual(offered, [simulatedRow, "Select Profile…", "Select Region…"]);
    assert.deepEqual(await labels(), [simulatedRow, "simulated · eu-north-1"]);
    assert.equal((await account.connections.current())?.target.region, "eu-west-1");
  });

  it("keep their place when another profile is chosen for them", async () => {
    await labels();
    await run(selectProfile, await connectionNode(), "simulated");
    assert.deepEqual(await labels(), [simulatedRow]);
  });

  it("change nothing when the person thinks better of it", async () => {
    await labels();
    for (const command of [selectProfile, selectRegion, addConnection, switchConnection])
      await run(command as never, undefined, undefined);
    assert.deepEqual(await labels(), [simulatedRow]);
  });
});

describe("An expired session", () => {
  let simulator: Simulator;
  let configuration: { restore(): Promise<void> };
  let account: SimulatedAccount;

  before(async () => {
    account = await simulatedAccount({ scenario: "demo", clock: "step" });
    ({ simulator } = account);
    configuration = await useConfiguration(`[profile simulated]
region = eu-west-1
endpoint_url = ${account.proxy.endpoint}
aws_access_key_id = AKIASIMULATED
aws_secret_access_key = simulated
sso_start_url = https://corp.example/start
`);
  });
  after(async () => {
    await configuration.restore();
    await account.close();
  });

  it("offers to sign in, runs the login command of the AWS CLI, and goes on when it is done", async () => {
    account.proxy.faults.set("GetCallerIdentity", {
      error: "ExpiredTokenException",
      message: "The security token included in the request is expired",
    });
    const connection = await account.expand(simulatedRow);
    const [error] = connection.children ?? [];
    assert.equal(
      error?.node.row().accessible,
      "Could not connect: the session has expired. Sign in again. Press Enter to sign in.",
    );
    account.proxy.faults.clear();
    const ui = new ScriptedUi("0");
    await signIn.run(account.context(ui), error?.node, []);
    assert.deepEqual(ui.said, ["run aws sso login --profile simulated"]);
    assert.deepEqual(await account.rows(await account.expand(simulatedRow)), [
      "Clusters",
      "Task definitions",
    ]);
    assert.equal(
      simulator.calls.some(({ operation }) => operation === "GetCallerIdentity"),
      true,
    );
  });

  it("stays when signing in does not succeed", async () => {
    const ui = new ScriptedUi("1");
    await signIn.run(account.context(ui), undefined, []);
    assert.deepEqual(ui.said, [
      "run aws sso login --profile simulated",
      "warn Signing in as simulated did not succeed.",
    ]);
  });
});

describe("Credentials", () => {
  let simulator: Simulator;
  let proxy: FaultyProxy;
  let folder: string;
  before(async () => {
    simulator = await startSimulator({ scenario: "demo" });
    proxy = await faultyProxy(simulator.endpoint);
    folder = await mkdtemp(join(tmpdir(), "taskwright-process-"));
  });
  after(async () => {
    await proxy.close();
    await simulator.close();
    await rm(folder, { recursive: true });
  });

  async function accountWith(
    config: string,
    profile: string,
    mfaCode?: (serial: string) => Promise<string>,
  ): Promise<string> {
    const configuration = await useConfiguration(config);
    try {
      const connection = await connectionsWith({ ...(mfaCode ? { mfaCode } : {}) }).open({
        profile,
        region: "eu-west-1",
      });
      return (await connection.identity()).account;
    } finally {
      await configuration.restore();
    }
  }

  it("of a role with MFA ask for the code of the device, once", async () => {
    const asked: string[] = [];
    proxy.answers.set(
      "AssumeRole",
      `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials><AssumedRoleUser><AssumedRoleId>A:me</AssumedRoleId><Arn>arn:aws:sts::123456789012:assumed-role/admin/me</Arn></AssumedRoleUser></AssumeRoleResult></AssumeRoleResponse>`,
    );
    const config = `[profile base]
aws_access_key_id = AKIABASE
aws_secret_access_key = base
[profile admin]
role_arn = arn:aws:iam::123456789012:role/admin
source_profile = base
mfa_serial = arn:aws:iam::123456789012:mfa/me
endpoint_url = ${proxy.endpoint}
`;
    const answer = async (serial: string): Promise<string> => (asked.push(serial), "123456");
    assert.equal(await accountWith(config, "admin", answer), "123456789012");
    assert.deepEqual(asked, ["arn:aws:iam::123456789012:mfa/me"]);
    await assert.rejects(
      accountWith(config, "admin", () => Promise.reject(new Error("No MFA code was given."))),
      /No MFA code was given/,
    );
  });

  it("come from a process", async () => {
    const tool = join(folder, "tool.mjs");
    await writeFile(
      tool,
      `#!${process.execPath}\nconsole.log(JSON.stringify({ Version: 1, AccessKeyId: "AKIATOOL", SecretAccessKey: "s" }));\n`,
    );
    await chmod(tool, 0o755);
    assert.equal(
      await accountWith(
        `[profile tool]\ncredential_process = ${tool}\nendpoint_url = ${proxy.endpoint}\n`,
        "tool",
      ),
      "123456789012",
    );
  });

  it("are asked of an endpoint that a services section names for ECS alone", async () => {
    const configuration = await useConfiguration(`[profile local]
aws_access_key_id = AKIALOCAL
aws_secret_access_key = local
services = simulated
[services simulated]
ecs =
  endpoint_url = ${proxy.endpoint}
`);
    try {
      const connection = await connectionsWith({}).open({ profile: "local", region: "eu-west-1" });
      assert.equal((await connection.ecs.clusters()).length, 2);
      assert.equal(connection.clients.endpoint("STS"), undefined);
    } finally {
      await configuration.restore();
    }
  });

  it("that are nowhere to be found are told as such", async () => {
    const configuration = await useConfiguration("[profile empty]\nregion = eu-west-1\n");
    try {
      const connection = await connectionsWith({}).open({ profile: "empty", region: "eu-west-1" });
      await assert.rejects(connection.identity(), { name: "CredentialsProviderError" });
    } finally {
      await configuration.restore();
    }
  });
});

describe("The page of a resource in the console", () => {
  const arn = "arn:aws:ecs:eu-west-1:123456789012:cluster/live";
  const page = "https://console.aws.amazon.com/ecs/v2/clusters/live/services?region=eu-west-1";

  /** The page that a connection of a profile `it` gives, which has these lines, in an environment with these variables. */
  async function pageWith(
    lines: string,
    { profile = "it", ...variables }: Record<string, string | undefined> = {},
  ): Promise<string | undefined> {
    const configuration = await useConfiguration(`[profile it]\nregion = eu-west-1\n${lines}\n`);
    Object.assign(process.env, variables);
    try {
      return (
        await connectionsWith({}).open({ profile: profile === "" ? undefined : profile, region: "eu-west-1" })
      ).consolePage(arn);
    } finally {
      for (const name of Object.keys(variables)) delete process.env[name];
      await configuration.restore();
    }
  }

  it("is known in AWS, behind an endpoint of a VPC too", async () => {
    assert.equal(await pageWith(""), page);
    assert.equal(
      await pageWith("endpoint_url = https://vpce-0123456789abcdef0.ecs.eu-west-1.vpce.amazonaws.com"),
      page,
    );
  });

  for (const endpoint of [
    "http://127.0.0.1:4566",
    "http://localhost:4566",
    "http://ecs.localhost:4566",
    "http://[::1]:4566",
  ]) {
    it(`is none where ${endpoint} answers for AWS, whatever names it`, async () => {
      assert.equal(await pageWith(`endpoint_url = ${endpoint}`), undefined);
      assert.equal(
        await pageWith(`services = local\n[services local]\necs =\n  endpoint_url = ${endpoint}`),
        undefined,
      );
      assert.equal(await pageWith("", { AWS_ENDPOINT_URL: endpoint }), undefined);
      assert.equal(
        await pageWith("endpoint_url = https://ecs.eu-west-1.amazonaws.com", {
          AWS_ENDPOINT_URL_ECS: endpoint,
        }),
        undefined,
      );
      assert.equal(
        await pageWith(`endpoint_url = ${endpoint}`, { profile: "", AWS_PROFILE: "it" }),
        undefined,
      );
    });
  }

  it("is known where the endpoint on this machine is that of another service, or is to be ignored", async () => {
    const local = "http://127.0.0.1:4566";
    assert.equal(await pageWith("", { AWS_ENDPOINT_URL_STS: local }), page);
    assert.equal(
      await pageWith(`endpoint_url = ${local}`, { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true" }),
      page,
    );
    assert.equal(await pageWith(`endpoint_url = ${local}\nignore_configured_endpoint_urls = true`), page);
  });
});
