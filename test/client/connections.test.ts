import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { access } from "../../client/src/aws/clientSettings.ts";
import { LimitedHandler } from "../../client/src/aws/limitedHandler.ts";
import { Retries } from "../../client/src/aws/retries.ts";
import { Sessions } from "../../client/src/account/sessions.ts";
import { ViewOptions } from "../../client/src/account/viewOptions.ts";
import { refresh } from "../../client/src/commands/refresh.ts";
import type { Target } from "../../client/src/model/target.ts";
import { Explorer } from "../../client/src/tree/explorer.ts";
import { RootNode } from "../../client/src/tree/rootNode.ts";
import { until } from "../support/until.ts";
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
import { fakePlugin, type FakePlugin } from "../support/fakePlugin.ts";
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
    observer: () => ({ finished: () => undefined, throttling: () => undefined, recovered: () => undefined }),
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
[profile over.sso]
role_arn = arn:aws:iam::123456789012:role/deploy
source_profile = dev
[profile over.over.sso]
role_arn = arn:aws:iam::123456789012:role/deploy
source_profile = over.sso
[profile console]
login_session = arn:aws:iam::123456789012:user/me
[profile machine]
role_arn = arn:aws:iam::123456789012:role/deploy
credential_source = Ec2InstanceMetadata
[profile pipeline]
role_arn = arn:aws:iam::123456789012:role/deploy
web_identity_token_file = /tmp/token
[profile circle]
role_arn = arn:aws:iam::123456789012:role/deploy
source_profile = circle.back
[profile circle.back]
role_arn = arn:aws:iam::123456789012:role/deploy
source_profile = circle
[services local]
ecs =
  endpoint_url = http://127.0.0.1:1
`);
  });
  after(() => configuration.restore());

  it("offer the profiles of the shared configuration, with where each gets its credentials", async () => {
    const told = (await connectionsWith({}).profiles()).map(({ name, region, source, signIn }) =>
      [name, region, source, signIn?.join(" ")].filter(Boolean).join(" | "),
    );
    assert.deepEqual(told, [
      "circle | role",
      "circle.back | role",
      "console | aws login | login --profile console",
      "default | eu-central-1 | no credentials of its own",
      "dev | eu-west-1 | SSO | sso login --profile dev",
      "machine | role of the instance",
      "over.over.sso | role with SSO | sso login --profile dev",
      "over.sso | role with SSO | sso login --profile dev",
      "pipeline | role with web identity",
      "prod.admin | role with MFA",
      "tool | process",
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
    for (const name of [
      "AWS_WEB_IDENTITY_TOKEN_FILE",
      "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
      "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    ])
      assert.deepEqual(await targets({ [name]: "/here", AWS_REGION: "us-east-1" }), [
        { profile: undefined, region: "us-east-1" },
      ]);
    assert.deepEqual(await targets({ AWS_PROFILE: "unknown" }), []);
    assert.deepEqual(await targets({ AWS_PROFILE: "tool" }), []);
  });

  it("stay as the user left them, also when there are none", async () => {
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

  it("can be without a profile, for what runs in AWS", async () => {
    await labels();
    await run(addConnection, undefined, "Without a profile", "eu-west-2");
    assert.deepEqual(await labels(), [simulatedRow, "environment · eu-west-2"]);
  });

  it("change nothing when the user thinks better of it", async () => {
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
  let cli: FakePlugin;

  before(async () => {
    cli = await fakePlugin("", "", "aws");
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
    await cli.remove();
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
    await signIn.run(account.context(ui, { environment: { PATH: cli.folder } }), error?.node, []);
    assert.deepEqual(ui.said, [`run ${cli.path} sso login --profile simulated`]);
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
    await signIn.run(account.context(ui, { environment: { PATH: cli.folder } }), undefined, []);
    assert.deepEqual(ui.said, [
      `run ${cli.path} sso login --profile simulated`,
      "warn Signing in as simulated did not succeed.",
    ]);
  });

  it("runs no program of the workspace that is called like the AWS CLI", async () => {
    const before = process.cwd();
    process.chdir(cli.folder);
    try {
      const ui = new ScriptedUi("1");
      await signIn.run(account.context(ui, { environment: { PATH: "." } }), undefined, []);
      // Where the machine has an AWS CLI, that one is run.
      assert.match(ui.said[0]!, /^(?:warn .* needs the AWS CLI|run \/)/);
      assert.ok(!ui.said[0]!.includes(cli.folder));
    } finally {
      process.chdir(before);
    }
  });
});

describe("Signing in", () => {
  let account: SimulatedAccount;
  let configuration: { restore(): Promise<void> };
  let cli: FakePlugin;
  beforeEach(async () => {
    cli = await fakePlugin("", "", "aws");
    account = await simulatedAccount({ scenario: "demo", clock: "step" });
  });
  afterEach(async () => {
    await cli.remove();
    await configuration.restore();
    await account.close();
  });

  /** The simulated profile with other lines, beside a profile of SSO. */
  const configure = async (...lines: readonly string[]): Promise<void> => {
    configuration = await useConfiguration(
      [
        "[profile simulated]",
        "region = eu-west-1",
        `endpoint_url = ${account.proxy.endpoint}`,
        ...lines,
        "[profile corp]",
        "sso_start_url = https://corp.example/start",
        "[profile login]",
        "login_session = arn:aws:iam::123456789012:user/me",
      ].join("\n"),
    );
  };
  const keys = (id: string): readonly string[] => [`aws_access_key_id = ${id}`, "aws_secret_access_key = s"];
  const role = (source: string): readonly string[] => [
    "role_arn = arn:aws:iam::123456789012:role/admin",
    `source_profile = ${source}`,
  ];

  for (const [words, lines, command] of [
    ["a role that is assumed with SSO", role("corp"), "aws sso login --profile corp"],
    ["a role that is assumed with aws login", role("login"), "aws login --profile login"],
    ["aws login", ["login_session = arn:aws:iam::1:user/me"], "aws login --profile simulated"],
  ] as const)
    it(`runs the command that renews the session of ${words}`, async () => {
      await configure(...lines);
      const ui = new ScriptedUi("1");
      await signIn.run(account.context(ui, { environment: { PATH: cli.folder } }), undefined, []);
      assert.deepEqual(ui.said, [
        `run ${cli.folder}/${command}`,
        "warn Signing in as simulated did not succeed.",
      ]);
    });

  it("reads keys again, and says why that was not enough", async () => {
    await configure(...keys("AKIANEW"));
    const ui = new ScriptedUi();
    await signIn.run(account.context(ui), undefined, []);
    assert.deepEqual(ui.said, []);
    account.proxy.faults.set("GetCallerIdentity", { error: "ExpiredToken", message: "It is expired" });
    await signIn.run(account.context(ui), undefined, []);
    assert.deepEqual(ui.said, [
      "warn The credentials of simulated · eu-west-1 were read again, and still fail: the session has expired. Sign in again. Renew them where they come from, then refresh.",
    ]);
  });

  it("is not needed where keys were renewed in the file: a refresh uses them", async () => {
    await configure(...keys("AKIAOLD"));
    await account.connections.reconnect({ profile: "simulated", region: "eu-west-1" });
    account.proxy.refusedKeys.add("AKIAOLD");
    const connection = await account.expand(simulatedRow);
    assert.match(connection.children?.[0]?.node.row().accessible ?? "", /the session has expired/);
    await configuration.restore();
    await configure(...keys("AKIANEW"));
    await refresh.run(account.context(new ScriptedUi()), undefined, []);
    assert.deepEqual(await account.rows(connection), ["Clusters", "Task definitions"]);
  });

  it("brings the rows back by itself where a call succeeds again", async () => {
    await configure(...keys("AKIAOLD"));
    await account.connections.reconnect({ profile: "simulated", region: "eu-west-1" });
    account.proxy.refusedKeys.add("AKIAOLD");
    const row = await account.expand(simulatedRow);
    assert.match(row.children?.[0]?.node.row().accessible ?? "", /the session has expired/);
    account.proxy.refusedKeys.clear();
    const connection = await account.connections.open({ profile: "simulated", region: "eu-west-1" });
    await connection.ecs.clusters();
    await until("the rows", () => row.children?.length === 2);
    assert.deepEqual(await account.rows(row), ["Clusters", "Task definitions"]);
  });

  it("asks for a dismissed MFA code again when the user refreshes, and at no tick", async () => {
    let asked = 0;
    const dismissed = async (): Promise<string> => {
      asked += 1;
      throw new Error("No MFA code was given.");
    };
    await configure(
      "role_arn = arn:aws:iam::123456789012:role/admin",
      "mfa_serial = arn:aws:iam::123456789012:mfa/me",
      "source_profile = base",
      "[profile base]",
      ...keys("AKIABASE"),
    );
    const target = { profile: "simulated", region: "eu-west-1" };
    const connections = connectionsWith({ targets: [target], mfaCode: dismissed });
    const sessions = new Sessions(connections, new ViewOptions(() => undefined));
    const silent = { changed: () => undefined, failed: () => undefined, revealed: async () => undefined };
    const explorer = new Explorer(new RootNode(connections, sessions), silent, systemClock);
    const [row] = await explorer.children();
    const [error] = await explorer.children(row);
    assert.equal(
      error?.node.row().accessible,
      "Could not connect: no credentials. No MFA code was given. Press Enter to retry.",
    );
    for (let tick = 0; tick < 3; tick++) await explorer.tick();
    assert.equal(asked, 1);
    const context = { ...account.context(new ScriptedUi()), connections, explorer };
    await refresh.run(context, undefined, []);
    assert.equal(asked, 2);
  });
});

describe("Where credentials come from", () => {
  /** Answers for AWS, and notes who was asked. */
  class Portal extends LimitedHandler {
    readonly asked: string[] = [];

    constructor() {
      super(systemClock);
    }

    override async handle(
      ...[{ hostname, body }]: Parameters<LimitedHandler["handle"]>
    ): ReturnType<LimitedHandler["handle"]> {
      const action = typeof body === "string" ? (new URLSearchParams(body).get("Action") ?? "") : "";
      this.asked.push(`${hostname} ${action}`.trim());
      const expiration = Date.UTC(2099, 0);
      const isPortal = hostname.startsWith("portal.sso");
      const text = isPortal
        ? JSON.stringify({
            roleCredentials: { accessKeyId: "ASIASSO", secretAccessKey: "s", sessionToken: "t", expiration },
          })
        : `<${action}Response><${action}Result><Credentials><AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></${action}Result></${action}Response>`;
      const headers = { "content-type": isPortal ? "application/json" : "text/xml" };
      return { response: { statusCode: 200, headers, body: Readable.from([text]) } };
    }
  }

  let home: string;
  let before: string | undefined;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), "taskwright-home-"));
    before = process.env["HOME"];
    process.env["HOME"] = home;
  });
  afterEach(async () => {
    process.env["HOME"] = before;
    await rm(home, { recursive: true });
  });

  async function keyWith(config: string, target: Target): Promise<{ key: string; asked: readonly string[] }> {
    const configuration = await useConfiguration(config);
    const cache = join(home, ".aws/sso/cache");
    await mkdir(cache, { recursive: true });
    const token = JSON.stringify({
      accessToken: "t",
      expiresAt: "2099-01-01T00:00:00Z",
      region: "eu-west-1",
    });
    for (const name of ["corp", "https://corp.example/start"])
      await writeFile(join(cache, `${createHash("sha1").update(name).digest("hex")}.json`), token);
    const portal = new Portal();
    const prompts = { mfaCode: () => Promise.reject(new Error("not asked")) };
    const retryStrategy = new Retries({ retrying: () => undefined, succeeded: () => undefined }, systemClock);
    try {
      const found = await access(target, prompts, { retryStrategy, requestHandler: portal }, systemClock);
      const { accessKeyId } = await found.credentials.provider();
      return { key: accessKeyId, asked: portal.asked };
    } finally {
      await configuration.restore();
    }
  }
  const sso = `[profile dev]
region = us-east-1
sso_account_id = 123456789012
sso_role_name = Admin
sso_session = corp
[sso-session corp]
sso_start_url = https://corp.example/start
sso_region = eu-west-1
`;

  it("is the portal of SSO in its own region, whatever region the profile and the connection have", async () => {
    const found = await keyWith(sso, { profile: "dev", region: "ap-south-1" });
    assert.deepEqual(found, { key: "ASIASSO", asked: ["portal.sso.eu-west-1.amazonaws.com"] });
    const old = sso.replace(
      "sso_session = corp",
      "sso_start_url = https://corp.example/start\nsso_region = eu-west-1",
    );
    assert.deepEqual(await keyWith(old, { profile: "dev", region: "ap-south-1" }), found);
  });

  it("is not the endpoint of STS, which the profile names", async () => {
    const named = sso.replace(
      "sso_session = corp",
      "sso_session = corp\nservices = mine\n[services mine]\nsts =\n  endpoint_url = http://127.0.0.1:1",
    );
    const { asked } = await keyWith(named, { profile: "dev", region: "eu-west-1" });
    assert.deepEqual(asked, ["portal.sso.eu-west-1.amazonaws.com"]);
  });

  it("is STS in the connection's region, for a role that is assumed with SSO", async () => {
    const role = `${sso}[profile admin]\nrole_arn = arn:aws:iam::123456789012:role/admin\nsource_profile = dev\n`;
    assert.deepEqual(await keyWith(role, { profile: "admin", region: "ap-south-1" }), {
      key: "ASIAROLE",
      asked: ["portal.sso.eu-west-1.amazonaws.com", "sts.ap-south-1.amazonaws.com AssumeRole"],
    });
  });

  it("is STS for web identity, with a profile and without one", async () => {
    const file = join(home, "token");
    await writeFile(file, "token");
    const asked = ["sts.ap-south-1.amazonaws.com AssumeRoleWithWebIdentity"];
    const profile = `[profile pod]\nrole_arn = arn:aws:iam::1:role/pod\nweb_identity_token_file = ${file}\n`;
    const ofProfile = await keyWith(profile, { profile: "pod", region: "ap-south-1" });
    assert.deepEqual(ofProfile, { key: "ASIAROLE", asked });
    process.env["AWS_WEB_IDENTITY_TOKEN_FILE"] = file;
    process.env["AWS_ROLE_ARN"] = "arn:aws:iam::1:role/pod";
    try {
      const ofEnvironment = await keyWith("", { profile: undefined, region: "ap-south-1" });
      assert.deepEqual(ofEnvironment, { key: "ASIAROLE", asked });
      // A profile without credentials of its own has those of the environment, as the AWS CLI does it.
      const empty = await keyWith("[profile empty]\nregion = us-east-1\n", {
        profile: "empty",
        region: "ap-south-1",
      });
      assert.deepEqual(empty, { key: "ASIAROLE", asked });
    } finally {
      delete process.env["AWS_WEB_IDENTITY_TOKEN_FILE"];
      delete process.env["AWS_ROLE_ARN"];
    }
  });

  it("is nowhere else where what a profile names fails, lest it is another account's", async () => {
    process.env["AWS_WEB_IDENTITY_TOKEN_FILE"] = join(home, "token");
    process.env["AWS_ROLE_ARN"] = "arn:aws:iam::1:role/pod";
    await writeFile(join(home, "token"), "token");
    try {
      await assert.rejects(
        keyWith("[profile broken]\ncredential_process = false\n", { profile: "broken", region: "eu-west-1" }),
        { name: "CredentialsProviderError" },
      );
    } finally {
      delete process.env["AWS_WEB_IDENTITY_TOKEN_FILE"];
      delete process.env["AWS_ROLE_ARN"];
    }
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

  /**
   * The page that a connection of a profile `it` gives, which has these lines, in an environment with these
   * variables.
   */
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
