import type { Scenario, ServiceScenario } from "../../simulator/src/scenario/scenario.ts";

const registry = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";
const targetGroup = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/73e2d6bc24d8a067";

const networkConfiguration = {
  awsvpcConfiguration: {
    subnets: ["subnet-0a1b2c3d"],
    securityGroups: ["sg-0a1b2c3d"],
    assignPublicIp: "ENABLED" as const,
  },
};

const definition = (family: string, tag: string): NonNullable<Scenario["taskDefinitions"]>[number] => ({
  family,
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  cpu: "256",
  memory: "512",
  executionRoleArn: "arn:aws:iam::123456789012:role/execution",
  taskRoleArn: `arn:aws:iam::123456789012:role/${family}`,
  containerDefinitions: [
    {
      name: "app",
      image: `${registry}/shop/${family}:${tag}`,
      portMappings: [{ containerPort: 8080 }],
      environment: [{ name: "LOG_LEVEL", value: "info" }],
      logConfiguration: {
        logDriver: "awslogs",
        options: {
          "awslogs-group": `/ecs/${family}`,
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "ecs",
        },
      },
    },
  ],
});

const service = (
  serviceName: string,
  revision: number,
  desiredCount: number,
  more: Partial<ServiceScenario> = {},
): ServiceScenario => ({
  serviceName,
  taskDefinition: `${serviceName}:${revision}`,
  desiredCount,
  launchType: "FARGATE",
  networkConfiguration,
  ...more,
});

/**
 * An account with one of everything that the explorer shows: a steady service, a failing deployment, a crash
 * loop, a machine, a job.
 */
export const explorerScenario: Scenario = {
  behaviours: [
    {
      family: "crash",
      exit: { code: 1, after: 10 },
      logs: { start: ["starting"], end: ["Error: DATABASE_URL is not set"] },
    },
    { image: "web:bad", pullError: "not found" },
  ],
  alarms: [{ name: "web-errors", description: "5xx of web" }],
  taskDefinitions: [
    definition("web", "1"),
    definition("web", "bad"),
    definition("crash", "1"),
    definition("job", "1"),
    definition("idle", "1"),
  ],
  clusters: [
    {
      name: "live",
      settings: {
        capacityProviders: ["FARGATE", "FARGATE_SPOT"],
        defaultCapacityProviderStrategy: [{ capacityProvider: "FARGATE", weight: 1, base: 1 }],
      },
      instances: [{ cpu: 2048, memory: 3904 }, { agentConnected: false }],
      services: [
        service("web", 1, 2, {
          enableExecuteCommand: true,
          loadBalancers: [{ targetGroupArn: targetGroup, containerName: "app", containerPort: 8080 }],
          deploymentConfiguration: {
            alarms: { alarmNames: ["web-errors"], enable: true, rollback: false },
            deploymentCircuitBreaker: { enable: true, rollback: true },
          },
        }),
        service("crash", 1, 1),
        service("idle", 1, 0),
      ],
      tasks: [{ taskDefinition: "job:1", launchType: "FARGATE", startedBy: "nightly", networkConfiguration }],
    },
    { name: "empty" },
  ],
  resources: { accountAlias: "acme-prod" },
  scaling: [{ resourceId: "service/live/web", min: 2, max: 6, targetCpu: 60 }],
};
