import assert from "node:assert/strict";
import fc from "fast-check";
import type { CreateServiceInput, Service, TaskDefinition } from "../../../client/src/aws/types.ts";
import { normalised } from "../../../client/src/model/normalised.ts";
import { changedMembers, serviceForms } from "../../../client/src/model/serviceForm.ts";
import { serviceMembers } from "../../../client/src/model/serviceMembers.table.ts";
import { inputOf } from "../../../client/src/model/taskDefinitionInput.ts";
import { ecsOperations } from "../../../simulator/src/ecs/index.ts";
import { ApiError } from "../../../simulator/src/protocol/apiError.ts";
import { newAccount } from "../../../simulator/src/scenario/newAccount.ts";
import type { Account } from "../../../simulator/src/state/types.ts";
import { createClock } from "../../../simulator/src/time/clock.ts";
import { fewOf } from "../../support/ecsArbitrary.ts";
import { structureOf } from "../../support/ecsSdkShapes.ts";

type Members = Record<string, any>;

const call = (account: Account, name: string, input: object): any =>
  ecsOperations.find((operation) => operation.name === name)!.run(account, structuredClone(input) as never);

/** Undefined for what the simulator refuses, as ECS does. */
function accepted<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}

const account = (): Account => {
  const clock = createClock({ kind: "step" }, 1_700_000_000);
  return newAccount({ clusters: [{ name: "live" }] }, clock);
};

const onFargate: Members = {
  family: "web",
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  cpu: "256",
  memory: "512",
  executionRoleArn: "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
  taskRoleArn: "arn:aws:iam::123456789012:role/web",
  containerDefinitions: [
    { name: "app", image: "web:1", portMappings: [{ name: "http", containerPort: 80 }] },
    { name: "proxy", image: "proxy:1" },
  ],
};

const onInstances: Members = {
  family: "web",
  containerDefinitions: [
    { name: "app", image: "web:1", memory: 128, portMappings: [{ name: "http", containerPort: 80 }] },
    { name: "proxy", image: "proxy:1", memory: 128 },
  ],
};

const [app, proxy] = onFargate["containerDefinitions"];
const withVolume = (volume: Members): Members => ({
  ...onFargate,
  volumes: [{ name: "data", ...volume }],
  containerDefinitions: [
    { ...app, mountPoints: [{ sourceVolume: "data", containerPath: "/data" }] },
    { ...proxy, mountPoints: [{ sourceVolume: "data", containerPath: "/other", readOnly: true }] },
  ],
});
const ebs = withVolume({ configuredAtLaunch: true });
const efs = withVolume({ efsVolumeConfiguration: { fileSystemId: "fs-0a1b2c3d" } });
const bind = withVolume({});

/** Values that ECS takes, of members of which hardly any would be one. */
const healthCheck = fewOf("HealthCheck", 2).map(({ startPeriod = 0 }) => ({
  command: ["CMD-SHELL", "exit 0"],
  startPeriod: Math.min(Number(startPeriod), 300),
}));
const proxyConfiguration = fc.constantFrom({}, { type: "APPMESH" }).map((type) => ({
  ...type,
  containerName: "proxy",
  properties: ["ProxyIngressPort", "ProxyEgressPort", "AppPorts", "EgressIgnoredIPs"].map((name, index) => ({
    name,
    value: String(1500 + index),
  })),
}));

const inContainers = {
  healthCheck,
  dependsOn: fc.constant([{ containerName: "proxy", condition: "START" }]),
  volumesFrom: fc.constant([{ sourceContainer: "proxy" }]),
  environmentFiles: fc.constant([{ type: "s3", value: "arn:aws:s3:::shop/web.env" }]),
  extraHosts: fc.constant([
    { hostname: "db", ipAddress: "10.0.0.1" },
    { hostname: "cache", ipAddress: "10.0.0.2" },
  ]),
  credentialSpecs: fc.constant(["credentialspecdomainless:arn:aws:s3:::shop/gmsa.json"]),
};

/** A definition that is fine, with a few members of any kind in it. */
const definitions = fc
  .tuple(
    fc.constantFrom(onFargate, onInstances, efs, bind),
    fewOf("RegisterTaskDefinitionRequest", 2, { proxyConfiguration }),
    fewOf("ContainerDefinition", 2, inContainers),
  )
  .map(
    ([base, top, inContainer]): Members => ({
      ...base,
      ...without(top, "family", "containerDefinitions"),
      containerDefinitions: [
        { ...base["containerDefinitions"][0], ...without(inContainer, "name", "image") },
        base["containerDefinitions"][1],
      ],
    }),
  );

const base: Members = {
  cluster: "live",
  serviceName: "web",
  taskDefinition: "web",
  desiredCount: 2,
  networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-1", "subnet-0"] } },
};

const targetGroup = (name: string): string =>
  `arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/${name}/73e2d6bc24d8a067`;
const loadBalancers = fc
  .subarray(["one", "two"], { minLength: 1 })
  .map((names) =>
    names
      .toReversed()
      .map((name) => ({ targetGroupArn: targetGroup(name), containerName: "app", containerPort: 80 })),
  );
const volumeConfigurations = fc.constant([
  { name: "data", managedEBSVolume: { roleArn: "arn:aws:iam::123456789012:role/ebs", sizeInGiB: 20 } },
]);
const capacityProviderStrategy = fc.constantFrom<Members[]>(
  [{ capacityProvider: "FARGATE", weight: 1 }],
  [
    { capacityProvider: "FARGATE_SPOT", weight: 3 },
    { capacityProvider: "FARGATE", base: 1 },
  ],
);
const serviceConnectConfiguration = fc.constantFrom<Members>(
  { enabled: false },
  {
    enabled: true,
    namespace: "shop",
    services: [{ portName: "http", discoveryName: "http", clientAliases: [{ port: 80 }] }],
    logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "proxy" } },
  },
);
const placementStrategy = fc.constantFrom<Members[]>(
  [{ type: "binpack", field: "memory" }],
  [
    { type: "spread", field: "host" },
    { type: "binpack", field: "cpu" },
  ],
);

const services = fewOf("CreateServiceRequest", 2, {
  loadBalancers,
  volumeConfigurations,
  capacityProviderStrategy,
  serviceConnectConfiguration,
  placementStrategy,
}).map(
  (members): Members => ({
    ...base,
    ...without(members, "cluster", "serviceName", "taskDefinition", "clientToken", "tags"),
  }),
);

/** A list or a structure with nothing in it shows nothing. */
const isGiven = (value: unknown): boolean =>
  typeof value !== "object" || value === null || Object.keys(value).length > 0;

const without = (members: Members, ...names: string[]): Members =>
  Object.fromEntries(Object.entries(members).filter(([name]) => !names.includes(name)));

describe("What the simulator answers", () => {
  it("to RegisterTaskDefinition equals what was sent, for every member that it takes", () => {
    const taken = new Set<string>();
    fc.assert(
      fc.property(definitions, (definition) => {
        const answer = accepted(() => call(account(), "RegisterTaskDefinition", definition));
        if (!answer) return;
        for (const [name, value] of Object.entries(definition)) if (isGiven(value)) taken.add(name);
        for (const [name, value] of Object.entries(definition["containerDefinitions"][0]))
          if (isGiven(value)) taken.add(`container ${name}`);
        const { tags = [], ...record } = { ...answer.taskDefinition, tags: answer.tags };
        assert.deepEqual(
          normalised(inputOf(record as TaskDefinition, tags)),
          normalised(inputOf(without(definition, "tags") as TaskDefinition, definition["tags"] ?? [])),
        );
      }),
      { numRuns: 2000, seed: 1 },
    );
    const all = [
      ...structureOf("RegisterTaskDefinitionRequest").members.keys(),
      ...[...structureOf("ContainerDefinition").members.keys()].map((name) => `container ${name}`),
    ];
    assert.deepEqual(
      all.filter((name) => !taken.has(name)),
      // ECS no longer takes it.
      ["inferenceAccelerators"],
    );
  });

  it("to CreateService is as was sent, so that a second deploy changes nothing, for every member that it takes", () => {
    const taken = new Set<string>();
    fc.assert(
      fc.property(services, fc.constantFrom(onFargate, ebs, onInstances), (given, definition) => {
        const here = account();
        call(here, "RegisterTaskDefinition", definition);
        const input = definition === onInstances ? without(given, "networkConfiguration") : given;
        if (!accepted(() => call(here, "CreateService", input))) return;
        for (const [name, value] of Object.entries(input)) if (isGiven(value)) taken.add(name);
        const {
          services: [service],
        } = call(here, "DescribeServices", { cluster: "live", services: ["web"] });
        const {
          serviceRevisions: [revision],
        } = call(here, "DescribeServiceRevisions", {
          serviceRevisionArns: service.currentServiceRevisions.map(({ arn }: Members) => arn),
        });
        const file = { ...input, taskDefinition: service.taskDefinition } as unknown as CreateServiceInput;
        const forms = serviceForms({ service: service as Service, revision }, file);
        assert.deepEqual(changedMembers(forms), { changeable: [], fixed: [] }, JSON.stringify(forms));
      }),
      { numRuns: 2000, seed: 1 },
    );
    const all = Object.keys(serviceMembers).filter((name) =>
      structureOf("CreateServiceRequest").members.has(name),
    );
    assert.deepEqual(
      all.filter((name) => !taken.has(name)),
      ["clientToken", "tags", "role"],
    );
  });
});
