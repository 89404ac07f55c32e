import type { Scenario, ServiceScenario } from "../scenario.ts";

const clusterCount = 20;
const servicesPerCluster = 250;
const tasksPerService = 4;

const number = (index: number): string => String(index + 1).padStart(3, "0");
const familyOf = (index: number): string => `service-${number(index)}`;

const definition = (index: number): NonNullable<Scenario["taskDefinitions"]>[number] => ({
  family: familyOf(index),
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  cpu: "256",
  memory: "512",
  containerDefinitions: [
    {
      name: "app",
      image: `registry.example/${familyOf(index)}:1`,
      essential: true,
      portMappings: [{ containerPort: 8080 }],
    },
  ],
});

const service = (index: number): ServiceScenario => ({
  serviceName: familyOf(index),
  taskDefinition: familyOf(index),
  desiredCount: tasksPerService,
  launchType: "FARGATE",
  networkConfiguration: {
    awsvpcConfiguration: { subnets: ["subnet-0a1b2c3d", "subnet-1a2b3c4d"], securityGroups: ["sg-0a1b2c3d"] },
  },
});

const indexes = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** As much as a big organisation has: 20 clusters, 5,000 services, 20,000 tasks. */
export const large: Scenario = {
  taskDefinitions: indexes(servicesPerCluster).map(definition),
  clusters: indexes(clusterCount).map((cluster) => ({
    name: `cluster-${number(cluster)}`,
    services: indexes(servicesPerCluster).map(service),
  })),
};
