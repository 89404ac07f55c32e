import type { ContainerDefinition } from "@aws-sdk/client-ecs";
import type { Scenario, ServiceScenario } from "../../simulator/src/scenario/scenario.ts";
import type { Wire } from "../../simulator/src/protocol/wire.ts";

const account = "123456789012";
const region = "eu-west-1";

const container = (name: string, tag: string): Wire<ContainerDefinition> => ({
  name: "app",
  image: `${account}.dkr.ecr.${region}.amazonaws.com/shop/${name}:${tag}`,
  essential: true,
  portMappings: [{ name: "http", containerPort: 8080, protocol: "tcp" }],
  logConfiguration: {
    logDriver: "awslogs",
    options: { "awslogs-group": `/ecs/${name}`, "awslogs-region": region, "awslogs-stream-prefix": "app" },
  },
});

const definition = (name: string, tag: string): NonNullable<Scenario["taskDefinitions"]>[number] => ({
  family: name,
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  cpu: "256",
  memory: "512",
  executionRoleArn: `arn:aws:iam::${account}:role/ecsTaskExecutionRole`,
  taskRoleArn: `arn:aws:iam::${account}:role/${name}`,
  containerDefinitions: [container(name, tag)],
});

const networkConfiguration = {
  awsvpcConfiguration: {
    subnets: ["subnet-0a1b2c3d", "subnet-1a2b3c4d"],
    securityGroups: ["sg-0a1b2c3d"],
    assignPublicIp: "DISABLED" as const,
  },
};

const service = (name: string, revision: number, desiredCount: number): ServiceScenario => ({
  serviceName: name,
  taskDefinition: `${name}:${revision}`,
  desiredCount,
  launchType: "FARGATE",
  networkConfiguration,
});

/** An account for tests: small, and its own, so that the demonstration can change without them. */
export const plainShop: Scenario = {
  account,
  region,
  behaviours: [{ family: "checkout", exit: { code: 1, after: 12 } }],
  taskDefinitions: [
    definition("orders", "1.4.1"),
    definition("orders", "1.4.2"),
    definition("checkout", "2.0.0"),
    definition("payments", "3.1.0"),
    definition("payments", "3.2.0"),
    definition("worker", "1.0.0"),
    definition("report", "0.9.0"),
  ],
  clusters: [
    {
      name: "live",
      services: [
        service("orders", 2, 3),
        service("checkout", 1, 2),
        { ...service("payments", 1, 2), deploying: { taskDefinition: "payments:2" } },
        service("worker", 1, 1),
      ],
      tasks: [
        { taskDefinition: "report:1", launchType: "FARGATE", networkConfiguration, startedBy: "nightly" },
      ],
    },
    { name: "staging", services: [service("orders", 1, 1), service("payments", 1, 1)] },
  ],
};
