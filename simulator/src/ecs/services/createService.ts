import type { CreateServiceRequest, CreateServiceResponse } from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../apiError.ts";
import { newRevision, startDeployment } from "../../engine/deployments.ts";
import { lookSoon } from "../../engine/scheduler.ts";
import { operation } from "../../operation.ts";
import { ecsArn, type Account } from "../../state/account.ts";
import { requireCluster, type Cluster } from "../../state/cluster.ts";
import type { Service, ServiceSettings } from "../../state/service.ts";
import { requireTaskDefinition } from "../../state/taskDefinition.ts";
import type { Wire } from "../../wire.ts";
import { without } from "../../without.ts";
import { serviceRecord } from "./serviceRecord.ts";

export const createService = operation<CreateServiceRequest, CreateServiceResponse>("CreateService", (account, input) => {
  const cluster = requireCluster(account, input.cluster);
  const existing = cluster.services.get(input.serviceName ?? "");
  if (existing && existing.status !== "INACTIVE") throw invalidParameter("Creation of service was not idempotent.");
  const definition = requireTaskDefinition(account, input.taskDefinition ?? "");
  const service = newService(account, cluster, input);
  startDeployment(account, service, newRevision(account, service, definition));
  lookSoon(account, service);
  return { service: serviceRecord(service) };
});

/** Adds a service without deployments to the cluster. */
export function newService(account: Account, cluster: Cluster, input: Wire<CreateServiceRequest>): Service {
  const { serviceName: name = "", tags = [], desiredCount = 0 } = input;
  const settings = without(input, "cluster", "serviceName", "clientToken", "taskDefinition", "tags", "desiredCount");
  const service: Service = {
    cluster,
    name,
    arn: ecsArn(account, `service/${cluster.name}/${name}`),
    createdAt: account.clock.now(),
    status: "ACTIVE",
    settings: { ...defaultSettings, ...settings, deploymentConfiguration: { ...defaultConfiguration, ...settings.deploymentConfiguration } },
    desiredCount,
    tags,
    events: [],
    deployments: [],
    serviceDeployments: [],
    revisions: [],
    tasks: new Set(),
    steady: false,
  };
  cluster.services.set(name, service);
  return service;
}

const defaultSettings: ServiceSettings = {
  loadBalancers: [],
  serviceRegistries: [],
  placementConstraints: [],
  placementStrategy: [],
  platformVersion: "LATEST",
  healthCheckGracePeriodSeconds: 0,
  schedulingStrategy: "REPLICA",
  deploymentController: { type: "ECS" },
  enableECSManagedTags: false,
  propagateTags: "NONE",
  enableExecuteCommand: false,
  availabilityZoneRebalancing: "DISABLED",
};

const defaultConfiguration: ServiceSettings["deploymentConfiguration"] = {
  deploymentCircuitBreaker: { enable: false, rollback: false },
  maximumPercent: 200,
  minimumHealthyPercent: 100,
  strategy: "ROLLING",
  bakeTimeInMinutes: 0,
};
