import type { ContainerDefinition } from "@aws-sdk/client-ecs";
import type { Scenario, ServiceScenario } from "../scenario.ts";
import type { LogScript } from "../../state/behaviour.ts";
import type { Repository } from "../../state/resources.ts";
import type { Wire } from "../../protocol/wire.ts";

/** The account of the shop, from which several scenarios are made. */
export const account = "123456789012";
export const region = "eu-west-1";

export const subnets = ["subnet-0a1b2c3d", "subnet-1a2b3c4d"];
export const securityGroups = ["sg-0a1b2c3d"];

type Definition = NonNullable<Scenario["taskDefinitions"]>[number];

/** A Fargate task definition with one container, `app`, of the shop's own image. */
export const definition = (
  name: string,
  tag: string,
  container: Partial<Wire<ContainerDefinition>> = {},
): Definition => ({
  family: name,
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  cpu: "256",
  memory: "512",
  executionRoleArn: `arn:aws:iam::${account}:role/ecsTaskExecutionRole`,
  taskRoleArn: `arn:aws:iam::${account}:role/${name}`,
  containerDefinitions: [
    {
      name: "app",
      image: `${account}.dkr.ecr.${region}.amazonaws.com/shop/${name}:${tag}`,
      essential: true,
      portMappings: [{ name: "http", containerPort: 8080, protocol: "tcp" }],
      logConfiguration: {
        logDriver: "awslogs",
        options: {
          "awslogs-group": `/ecs/${name}`,
          "awslogs-region": region,
          "awslogs-stream-prefix": "app",
        },
      },
      ...container,
    },
  ],
});

export const healthCheck = {
  command: ["CMD-SHELL", "curl -f http://localhost:8080/health || exit 1"],
  interval: 10,
  timeout: 5,
  retries: 3,
};

export const networkConfiguration = {
  awsvpcConfiguration: { subnets, securityGroups, assignPublicIp: "ENABLED" as const },
};

/** The service of a family on Fargate. */
export const service = (
  name: string,
  revision: number,
  desiredCount: number,
  more: Partial<ServiceScenario> = {},
): ServiceScenario => ({
  serviceName: name,
  taskDefinition: `${name}:${revision}`,
  desiredCount,
  launchType: "FARGATE",
  networkConfiguration,
  deploymentConfiguration: {
    deploymentCircuitBreaker: { enable: true, rollback: true },
    maximumPercent: 200,
    minimumHealthyPercent: 100,
  },
  ...more,
});

/** The service behind a target group of its name. */
export const balanced = (name: string): Partial<ServiceScenario> => ({
  loadBalancers: [
    {
      targetGroupArn: `arn:aws:elasticloadbalancing:${region}:${account}:targetgroup/${name}/73e2d6bc24d8a067`,
      containerName: "app",
      containerPort: 8080,
    },
  ],
  healthCheckGracePeriodSeconds: 30,
});

/** The service between two target groups, among which a deployment shifts the traffic. */
export const shifted = (name: string): Partial<ServiceScenario> => ({
  ...balanced(name),
  loadBalancers: (balanced(name).loadBalancers ?? []).map((loadBalancer) => ({
    ...loadBalancer,
    advancedConfiguration: {
      alternateTargetGroupArn: `arn:aws:elasticloadbalancing:${region}:${account}:targetgroup/${name}-green/73e2d6bc24d8a068`,
      productionListenerRule: `arn:aws:elasticloadbalancing:${region}:${account}:listener-rule/app/${name}/50dc6c495c0c9188/f2f7dc8efc522ab2/9683b2d02a6cabee`,
      roleArn: `arn:aws:iam::${account}:role/ecs-load-balancing`,
    },
  })),
});

export const requests = (...paths: string[]): LogScript => ({
  start: ["INFO starting", "INFO connected to the database", "INFO listening on port 8080"],
  repeat: { seconds: 7, lines: paths.map((path, index) => `INFO ${path} 200 ${9 + index * 13}ms`) },
});

/** The repository of a program, with the architectures for which each version was built. */
const built = (name: string, versions: Readonly<Record<string, readonly string[]>>): Repository => ({
  name: `shop/${name}`,
  images: Object.entries(versions).map(([tag, architectures]) => ({ tags: [tag], architectures })),
});

export const resources: NonNullable<Scenario["resources"]> = {
  subnets: [
    { id: "subnet-0a1b2c3d", zone: "a", name: "public-a", public: true },
    { id: "subnet-1a2b3c4d", zone: "b", name: "public-b", public: true },
  ],
  securityGroups: [{ id: "sg-0a1b2c3d", name: "shop-tasks" }],
  roles: [
    { name: "nightly-lambda", trusts: "lambda.amazonaws.com" },
    { name: "ecs-load-balancing", trusts: "ecs.amazonaws.com" },
  ],
  // What the sample files would deploy next.
  repositories: [
    built("orders", { "1.4.1": ["amd64"], "1.4.2": ["amd64", "arm64"], "1.4.3": ["amd64", "arm64"] }),
    built("checkout", { "2.0.0": ["amd64"], "2.0.1": ["amd64"] }),
    built("payments", { "3.1.0": ["amd64"], "3.2.0": ["amd64"], "3.2.1": ["amd64"] }),
    built("worker", { "1.0.0": ["amd64"], "1.0.1": ["amd64"] }),
    built("report", { "0.9.0": ["amd64"], "0.9.1": ["amd64"] }),
  ],
  secrets: [{ name: "shop/orders/database" }],
  parameters: [{ name: "/shop/feature-flags" }, { name: "/shop/api-key", type: "SecureString" }],
};
