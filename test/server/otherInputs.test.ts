import assert from "node:assert/strict";
import { hasEcsTraces } from "../../shared/src/ecsTraces.ts";
import { createLanguageService } from "../../server/src/service/service.ts";
import { type InputName, inputRequests, properties, readSchema, subschemas } from "../support/schemaFiles.ts";

const service = createLanguageService();
const uri = "file:///workspace/input.json";

/** A whole input of each kind, without a fault. */
const whole: Readonly<Record<InputName, object>> = {
  "run-task": {
    cluster: "shop",
    taskDefinition: "orders:7",
    count: 2,
    launchType: "FARGATE",
    overrides: {
      cpu: "512",
      memory: "1024",
      containerOverrides: [
        { name: "api", command: ["sh", "-c", "true"], environment: [{ name: "A", value: "b" }] },
      ],
    },
    networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-0123456789abcdef0"] } },
    tags: [{ key: "team", value: "shop" }],
  },
  "task-set": {
    cluster: "shop",
    service: "orders",
    externalId: "1",
    taskDefinition: "orders:7",
    scale: { value: 12.5, unit: "PERCENT" },
  },
  "express-service": {
    serviceName: "orders",
    infrastructureRoleArn: "arn:aws:iam::123456789012:role/infrastructure",
    executionRoleArn: "arn:aws:iam::123456789012:role/execution",
    primaryContainer: { image: "orders:1.4", containerPort: 80, environment: [{ name: "A", value: "b" }] },
    cpu: "256",
    memory: "512",
    scalingTarget: { minTaskCount: 1, maxTaskCount: 4, autoScalingMetric: "AVERAGE_CPU" },
  },
  "daemon-task-definition": {
    family: "agent",
    cpu: "128",
    memory: "256",
    containerDefinitions: [{ name: "agent", image: "agent:1.4", memory: 128, essential: true }],
    volumes: [{ name: "logs", host: { sourcePath: "/var/log" } }],
  },
  daemon: {
    daemonName: "agent",
    daemonTaskDefinitionArn: "arn:aws:ecs:eu-west-1:123456789012:daemon-task-definition/agent:1",
    capacityProviderArns: ["arn:aws:ecs:eu-west-1:123456789012:capacity-provider/own"],
    deploymentConfiguration: { drainPercent: 12.5, bakeTimeInMinutes: 5 },
  },
  gateway: {
    name: "shop",
    infrastructureRoleArn: "arn:aws:iam::123456789012:role/infrastructure",
    configuration: { hostSharedAlb: { scheme: "internal", protocol: "HTTPS", port: 443 } },
  },
  "capacity-provider": {
    name: "own",
    autoScalingGroupProvider: {
      autoScalingGroupArn: "own",
      managedScaling: { status: "ENABLED", targetCapacity: 90 },
      managedTerminationProtection: "DISABLED",
    },
  },
  cluster: {
    clusterName: "shop",
    settings: [{ name: "containerInsights", value: "enhanced" }],
    capacityProviders: ["FARGATE", "FARGATE_SPOT"],
    defaultCapacityProviderStrategy: [{ capacityProvider: "FARGATE", weight: 1 }],
    configuration: { executeCommandConfiguration: { logging: "DEFAULT" } },
  },
};

/** Where a name has a typo, what is said, and what the first fix makes of it. */
const typos: Readonly<Record<InputName, readonly [right: string, wrong: string]>> = {
  "run-task": ["command", "comand"],
  "task-set": ["unit", "unti"],
  "express-service": ["containerPort", "containerPrt"],
  "daemon-task-definition": ["sourcePath", "sourcePth"],
  daemon: ["drainPercent", "drainPercnt"],
  gateway: ["protocol", "protocl"],
  "capacity-provider": ["targetCapacity", "targetCapacty"],
  cluster: ["logging", "loging"],
};

const nameOf = (kind: InputName): string =>
  kind === "daemon-task-definition" ? "file:///workspace/daemon-task-definition.json" : uri;

for (const kind of Object.keys(inputRequests) as InputName[])
  describe(`The input of kind ${kind}`, () => {
    const text = JSON.stringify(whole[kind], null, 2);
    const parse = (content: string) => service.parse(nameOf(kind), content);

    it("is known by its content, and clean", () => {
      const document = parse(text);
      assert.equal(document.kind, kind);
      assert.ok(hasEcsTraces(text), "an editor would leave it to its JSON");
      assert.deepEqual(
        service.validate(document).filter(({ severity }) => severity === "error" || severity === "warning"),
        [],
      );
    });

    it("has its typos found and mended", () => {
      const [right, wrong] = typos[kind];
      const document = parse(text.replace(`"${right}"`, `"${wrong}"`));
      const [finding, ...others] = service
        .validate(document)
        .filter(({ severity }) => severity === "error" || severity === "warning");
      assert.equal(finding?.code, "unknown-property");
      assert.match(finding.message, new RegExp(`"${wrong}".* Did you mean "${right}"\\?`));
      assert.deepEqual(others, []);
      const [fix] = finding.fixes;
      assert.equal(fix?.title, `Rename to "${right}"`);
    });

    it("has its members explained and completed", () => {
      const [right] = typos[kind];
      const document = parse(text);
      const position = document.lines.positionAt(text.indexOf(`"${right}"`) + 2);
      const { contents } = service.hover(document, position)!;
      assert.match((contents as { value: string }).value, /docs\.aws\.amazon\.com/);
      const without = parse(text.replace("{", '{ "",'));
      const items = service.complete(without, without.lines.positionAt(3)).map(({ label }) => label);
      const missing = Object.keys(readSchema(kind).properties ?? {}).filter(
        // What AWS refuses beside the launch type is not offered.
        (name) => !(name in whole[kind]) && name !== "capacityProviderStrategy",
      );
      assert.deepEqual(
        missing.filter((name) => !items.includes(name)),
        [],
      );
    });

    it("is described in words, with a link for each member", () => {
      const schema = readSchema(kind);
      const poor = properties(schema).filter(
        ([, { description = "", "x-documentation": link = "" }]) =>
          !/^[A-Z`].*[.]$/.test(description) || !link.startsWith("https://docs.aws.amazon.com/"),
      );
      assert.deepEqual(
        poor.map(([place]) => place),
        [],
      );
      const silent = subschemas(schema).filter(
        ([, part]) => part.enum && part.enumDescriptions && part.enum.length !== part.enumDescriptions.length,
      );
      assert.deepEqual(
        silent.map(([place]) => place),
        [],
      );
    });
  });
