import type { Scenario } from "../scenario.ts";
import {
  account,
  balanced,
  definition,
  healthCheck,
  networkConfiguration,
  region,
  requests,
  resources,
  service,
} from "./shop.ts";

const databasePassword = (service: string, key = "") => ({
  name: "DATABASE_PASSWORD",
  valueFrom: `arn:aws:secretsmanager:${region}:${account}:secret:shop/${service}/database-Ab1Cd2${key}`,
});

const stage = [{ name: "STAGE", value: "live" }];

/** A small shop: one healthy service, one that crashes, one that is being deployed, a worker, a job. */
export const demo: Scenario = {
  behaviours: [
    {
      family: "checkout",
      exit: { code: 1, after: 12 },
      logs: {
        start: ["INFO starting", "INFO reading configuration"],
        end: ["ERROR connect ECONNREFUSED 10.0.3.17:5432", "FATAL cannot reach the database, giving up"],
      },
    },
    { family: "orders", logs: requests("GET /orders", "POST /orders", "GET /orders/4711", "GET /health") },
    { family: "payments", logs: requests("POST /payments", "GET /payments/4711", "GET /health") },
    {
      family: "worker",
      logs: {
        start: ["INFO waiting for messages"],
        repeat: { seconds: 11, lines: ["INFO received order-placed", "INFO sent confirmation"] },
      },
    },
    {
      family: "report",
      exit: { code: 0, after: 600 },
      logs: { start: ["INFO reading orders of yesterday"], end: ["INFO wrote report.csv"] },
    },
  ],
  alarms: [
    {
      name: "orders-cpu",
      description: "CPU of orders above 80 %",
      dimensions: { ClusterName: "live", ServiceName: "orders" },
    },
    {
      name: "checkout-errors",
      description: "Checkout fails",
      namespace: "Shop",
      metric: "Errors",
      threshold: 5,
      ringing: true,
    },
  ],
  taskDefinitions: [
    definition("orders", "1.4.1"),
    // The sample file differs from it in two things, the image and a variable.
    {
      ...definition("orders", "1.4.2", {
        healthCheck,
        environment: stage,
        secrets: [databasePassword("orders")],
      }),
      runtimePlatform: { cpuArchitecture: "ARM64", operatingSystemFamily: "LINUX" },
    },
    definition("checkout", "2.0.0", {
      healthCheck,
      environment: stage,
      secrets: [databasePassword("checkout", ":password::")],
    }),
    definition("payments", "3.1.0"),
    definition("payments", "3.2.0"),
    definition("worker", "1.0.0", { portMappings: [] }),
    definition("report", "0.9.0", { portMappings: [] }),
  ],
  clusters: [
    {
      name: "live",
      settings: {
        settings: [{ name: "containerInsights", value: "enabled" }],
        tags: [{ key: "team", value: "shop" }],
      },
      services: [
        service("orders", 1, 3, {
          history: [
            { taskDefinition: "orders:2", hoursAgo: 30, failed: "circuitBreaker" },
            { taskDefinition: "orders:2", hoursAgo: 26 },
          ],
        }),
        service("checkout", 1, 2, {
          deploymentConfiguration: { deploymentCircuitBreaker: { enable: false, rollback: false } },
        }),
        service("payments", 1, 2, { ...balanced("payments"), deploying: { taskDefinition: "payments:2" } }),
        service("worker", 1, 1, { enableExecuteCommand: true }),
      ],
      tasks: [
        { taskDefinition: "report:1", launchType: "FARGATE", networkConfiguration, startedBy: "nightly" },
      ],
    },
    { name: "staging", services: [service("orders", 2, 1), service("payments", 1, 1)] },
  ],
  resources,
  scaling: [{ resourceId: "service/live/orders", min: 2, max: 6, targetCpu: 60 }],
};
