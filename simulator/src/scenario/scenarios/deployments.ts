import type { Scenario } from "../scenario.ts";
import { balanced, definition, requests, resources, service, shifted } from "./shop.ts";

const families = [
  "canary",
  "linear",
  "blue-green",
  "paused",
  "crashing",
  "unhealthy",
  "unpullable",
  "alarming",
];

/** The second revision of each family is the one that is being deployed. */
const secondTag: Readonly<Record<string, string>> = {
  crashing: "crash",
  unhealthy: "unhealthy",
  unpullable: "missing",
  alarming: "errors",
};

const deploying = (name: string): { deploying: { taskDefinition: string } } => ({
  deploying: { taskDefinition: `${name}:2` },
});

const breaker = { deploymentCircuitBreaker: { enable: true, rollback: true } };

/** Every kind of deployment at once, each just begun: strategies, a pause, and the ways to fail. */
export const deployments: Scenario = {
  behaviours: [
    { image: ":errors", alarm: "alarming-5xx", logs: requests("GET /broken") },
    {
      family: "big",
      placementError:
        "Capacity is unavailable at this time. Please try again later or in a different availability zone",
    },
  ],
  alarms: [
    {
      name: "alarming-5xx",
      namespace: "AWS/ApplicationELB",
      metric: "HTTPCode_Target_5XX_Count",
      threshold: 10,
    },
  ],
  taskDefinitions: [
    ...families.flatMap((name) => [definition(name, "1"), definition(name, secondTag[name] ?? "2")]),
    definition("big", "1"),
    {
      family: "agent",
      containerDefinitions: [{ name: "agent", image: "agent:1", essential: true, cpu: 128, memory: 128 }],
    },
    {
      family: "hungry",
      containerDefinitions: [{ name: "hungry", image: "hungry:1", essential: true, cpu: 1024, memory: 3000 }],
    },
  ],
  clusters: [
    {
      name: "fargate",
      services: [
        service("canary", 1, 4, {
          ...shifted("canary"),
          ...deploying("canary"),
          deploymentConfiguration: {
            ...breaker,
            strategy: "CANARY",
            canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 5 },
            bakeTimeInMinutes: 5,
          },
        }),
        service("linear", 1, 4, {
          ...shifted("linear"),
          ...deploying("linear"),
          deploymentConfiguration: {
            ...breaker,
            strategy: "LINEAR",
            linearConfiguration: { stepPercent: 25, stepBakeTimeInMinutes: 2 },
            bakeTimeInMinutes: 5,
          },
        }),
        service("blue-green", 1, 2, {
          ...shifted("blue-green"),
          ...deploying("blue-green"),
          deploymentConfiguration: { ...breaker, strategy: "BLUE_GREEN", bakeTimeInMinutes: 10 },
        }),
        service("paused", 1, 2, {
          ...shifted("paused"),
          ...deploying("paused"),
          deploymentConfiguration: {
            ...breaker,
            strategy: "BLUE_GREEN",
            bakeTimeInMinutes: 5,
            lifecycleHooks: [{ targetType: "PAUSE", lifecycleStages: ["PRE_PRODUCTION_TRAFFIC_SHIFT"] }],
          },
        }),
        service("crashing", 1, 2, deploying("crashing")),
        service("unhealthy", 1, 2, { ...balanced("unhealthy"), ...deploying("unhealthy") }),
        service("unpullable", 1, 2, {
          ...deploying("unpullable"),
          deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: false } },
        }),
        service("alarming", 1, 2, {
          ...deploying("alarming"),
          deploymentConfiguration: {
            ...breaker,
            alarms: { alarmNames: ["alarming-5xx"], enable: true, rollback: true },
            bakeTimeInMinutes: 2,
          },
        }),
        service("big", 1, 1),
      ],
    },
    {
      name: "instances",
      instances: [{}, {}, { instanceType: "t3.small", memory: 1900 }],
      services: [
        { serviceName: "agent", taskDefinition: "agent", schedulingStrategy: "DAEMON", launchType: "EC2" },
        { serviceName: "hungry", taskDefinition: "hungry", desiredCount: 3, launchType: "EC2" },
      ],
    },
  ],
  resources: { ...resources, accountAlias: "shop" },
};
