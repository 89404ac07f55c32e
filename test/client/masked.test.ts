import assert from "node:assert/strict";
import { apiText } from "../../client/src/model/apiText.ts";
import { changesBetween, changeWords } from "../../client/src/model/changes.ts";
import { cliCommand } from "../../client/src/model/cliCommand.ts";
import { masked } from "../../client/src/model/masked.ts";
import { sideBySide } from "../../client/src/model/sideBySide.ts";

const planted = "hunter2planted";

/** A secret at each place of a definition that takes one. */
const definition = {
  family: "orders",
  containerDefinitions: [
    {
      name: "api",
      image: "nginx:1.27",
      environment: [
        { name: "DB_PW", value: planted },
        { name: "MODE", value: `postgres://shop:${planted}@db` },
        { name: "LEVEL", value: "info" },
      ],
      secrets: [{ name: "TOKEN", valueFrom: "/orders/token" }],
      command: ["serve", "--password", planted],
      entryPoint: ["sh", "-c", `API_TOKEN=${planted} exec "$@"`],
      healthCheck: { command: ["CMD-SHELL", `curl --token=${planted} localhost`] },
      dockerLabels: { "com.example.api-key": planted, team: "shop" },
      logConfiguration: {
        logDriver: "awsfirelens",
        options: { apikey: planted, Name: "datadog", "splunk-token": planted, http_passwd: planted },
        secretOptions: [{ name: "license_key", valueFrom: "arn:aws:ssm:eu-west-1:123456789012:parameter/x" }],
      },
      repositoryCredentials: { credentialsParameter: "prod/registry" },
    },
  ],
  proxyConfiguration: {
    properties: [
      { name: "AuthToken", value: planted },
      { name: "ProxyPort", value: "15000" },
    ],
  },
  volumes: [{ name: "data", dockerVolumeConfiguration: { driverOpts: { password: planted, type: "nfs" } } }],
  tags: [
    { key: "token", value: planted },
    { key: "team", value: "shop" },
  ],
};

describe("A definition with its secrets hidden", () => {
  const texts: Readonly<Record<string, string>> = {
    Describe: apiText(definition, { masked: true }),
    "a diff": Object.values(sideBySide(definition, { ...definition, family: "other" })).join(""),
    "a dry run": cliCommand(
      { operation: "RegisterTaskDefinition", input: definition },
      { region: "eu-west-1", profile: "live" },
    ),
    "the words of what changes": changesBetween({}, { ...definition, containerDefinitions: undefined })
      .concat(changesBetween({ containerDefinitions: [{ name: "api" }] }, definition))
      .map(changeWords)
      .join("\n"),
  };
  for (const [where, text] of Object.entries(texts)) {
    it(`has none of them in ${where}`, () => assert.ok(!text.includes(planted), text));
  }

  it("keeps all else", () => {
    const [api] = (masked(definition) as typeof definition).containerDefinitions;
    assert.deepEqual(api!.environment[2], { name: "LEVEL", value: "info" });
    assert.deepEqual(api!.secrets, definition.containerDefinitions[0]!.secrets);
    assert.deepEqual(api!.entryPoint, ["sh", "-c", 'API_TOKEN=•••••• exec "$@"']);
    assert.deepEqual(api!.logConfiguration, {
      ...definition.containerDefinitions[0]!.logConfiguration,
      options: { apikey: "••••••", Name: "datadog", "splunk-token": "••••••", http_passwd: "••••••" },
    });
    assert.deepEqual(api!.repositoryCredentials, { credentialsParameter: "prod/registry" });
    assert.deepEqual((masked(definition) as typeof definition).tags, [
      { key: "token", value: "••••••" },
      { key: "team", value: "shop" },
    ]);
  });

  it("says in a diff that a secret is another one, also inside of an argument", () => {
    const { right } = sideBySide(
      { command: ["sh", "-c", "TOKEN=first run"] },
      { command: ["sh", "-c", "TOKEN=second run"] },
    );
    assert.ok(right.includes("TOKEN=•••••• (another value) run"), right);
  });
});
