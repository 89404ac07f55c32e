import type { Scenario, ServiceScenario } from "../../simulator/src/scenario/scenario.ts";
import { plainShop } from "../support/plainShop.ts";
import type { Chance } from "./chance.ts";

/** Stands in the account, and nowhere that it is not asked for. */
export const plantedSecret = "pl4nted-s3cret-value";

/** The account's alias, which a pattern of the settings may mean. */
export const accountAlias = "acme-shop";

const [live, staging] = plainShop.clusters!;
const [plain] = live!.services!;
const targetGroup = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup";
const role = "arn:aws:iam::123456789012:role/ecs-load-balancing";

/** A service with much that an update must not lose, in ECS's own words. */
const web: ServiceScenario = {
  ...plain!,
  serviceName: "web",
  taskDefinition: "worker:1",
  desiredCount: 2,
  launchType: undefined,
  capacityProviderStrategy: [
    { capacityProvider: "FARGATE", weight: 1, base: 0 },
    { capacityProvider: "FARGATE_SPOT", weight: 3, base: 0 },
  ],
  deploymentConfiguration: {
    deploymentCircuitBreaker: { enable: true, rollback: false },
    maximumPercent: 150,
    minimumHealthyPercent: 50,
  },
  enableExecuteCommand: true,
  monitoring: { metricConfigurations: [{ metricNames: ["CPUUtilization"], resolutionSeconds: 60 }] },
  tags: [
    { key: "team", value: "shop" },
    { key: "aws:cloudformation:stack-name", value: "shop" },
  ],
};

/** The same in the middle of a deployment that fails and is not rolled back. */
const doomed: ServiceScenario = { ...web, serviceName: "doomed", deploying: { taskDefinition: "doomed:1" } };

/** A service whose deployment waits for a person. */
const paused: ServiceScenario = {
  ...plain!,
  serviceName: "paused",
  taskDefinition: "payments:1",
  desiredCount: 1,
  deploying: { taskDefinition: "payments:2" },
  loadBalancers: [
    {
      targetGroupArn: `${targetGroup}/paused/73e2d6bc24d8a067`,
      containerName: "app",
      containerPort: 8080,
      advancedConfiguration: {
        alternateTargetGroupArn: `${targetGroup}/paused-green/73e2d6bc24d8a068`,
        productionListenerRule: `arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener-rule/app/paused/50dc6c495c0c9188/f2f7dc8efc522ab2/9683b2d02a6cabee`,
        roleArn: role,
      },
    },
  ],
  deploymentConfiguration: {
    deploymentCircuitBreaker: { enable: true, rollback: true },
    strategy: "BLUE_GREEN",
    bakeTimeInMinutes: 1,
    lifecycleHooks: [{ targetType: "PAUSE", lifecycleStages: ["PRE_PRODUCTION_TRAFFIC_SHIFT"] }],
  },
};

/** A service that CodeDeploy deploys. */
const legacy: ServiceScenario = {
  ...plain!,
  serviceName: "legacy",
  desiredCount: 1,
  deploymentController: { type: "CODE_DEPLOY" },
  loadBalancers: [
    { targetGroupArn: `${targetGroup}/legacy/73e2d6bc24d8a067`, containerName: "app", containerPort: 8080 },
  ],
};

/** A service that another program deploys by task sets. Scenarios begin with none, so someone creates it. */
const external = {
  cluster: "live",
  serviceName: "external",
  desiredCount: 1,
  deploymentController: { type: "EXTERNAL" },
};

/** A service on machines, placed by fields that ECS spells its own way. */
const fleet: ServiceScenario = {
  serviceName: "fleet",
  taskDefinition: "agent:1",
  desiredCount: 1,
  launchType: "EC2",
  placementStrategy: [
    { type: "spread", field: "host" },
    { type: "binpack", field: "memory" },
  ],
};

const agent: NonNullable<Scenario["taskDefinitions"]>[number] = {
  family: "agent",
  containerDefinitions: [{ name: "app", image: "agent:1", essential: true, cpu: 128, memory: 128 }],
};

const crashing: NonNullable<Scenario["taskDefinitions"]>[number] = {
  ...plainShop.taskDefinitions!.find(({ family }) => family === "worker")!,
  family: "doomed",
  containerDefinitions: [
    {
      name: "app",
      image: "shop/worker:crash",
      essential: true,
      portMappings: [{ containerPort: 8080, protocol: "tcp" }],
    },
  ],
};

const extras = [web, web, doomed, paused, legacy, fleet];

/** The account of a day. */
export function scenarioOf(chance: Chance, seed: number): Scenario {
  const more = new Set(extras.filter(() => chance.happens(0.25)));
  const isLong = chance.happens(0.03);
  return {
    ...plainShop,
    seed,
    resources: { accountAlias },
    others: chance.happens(0.2) ? [{ at: 0, operation: "CreateService", input: external }] : [],
    taskDefinitions: [
      ...[...plainShop.taskDefinitions!, agent, crashing].map((definition) => ({
        ...definition,
        containerDefinitions: definition.containerDefinitions!.map((container) => ({
          ...container,
          environment: [{ name: "DB_PASSWORD", value: plantedSecret }],
        })),
      })),
      ...Array.from({ length: isLong ? 120 : 0 }, (_each, index) => ({ ...agent, family: `job-${index}` })),
    ],
    clusters: [
      {
        ...live!,
        instances: more.has(fleet) || chance.happens(0.3) ? [{}, {}] : [],
        services: [
          ...live!.services!.map((service) => ({ ...service, enableExecuteCommand: chance.happens(0.4) })),
          ...more,
        ],
      },
      staging!,
    ],
    ...(chance.happens(0.5) ? {} : { behaviours: [] }),
  };
}
