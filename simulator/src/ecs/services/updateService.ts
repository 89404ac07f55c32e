import type { UpdateServiceRequest, UpdateServiceResponse } from "@aws-sdk/client-ecs";
import { ApiError } from "../../apiError.ts";
import { newRevision, startDeployment } from "../../engine/deployments.ts";
import { lookSoon } from "../../engine/scheduler.ts";
import { operation } from "../../operation.ts";
import { requireCluster } from "../../state/cluster.ts";
import { requireService } from "../../state/service.ts";
import { requireTaskDefinition } from "../../state/taskDefinition.ts";
import { without } from "../../without.ts";
import { serviceRecord } from "./serviceRecord.ts";

/** Changes the service; a changed revision, or `forceNewDeployment`, starts a deployment. */
export const updateService = operation<UpdateServiceRequest, UpdateServiceResponse>("UpdateService", (account, input) => {
  const service = requireService(requireCluster(account, input.cluster), input.service ?? "");
  if (service.status !== "ACTIVE") throw new ApiError("ServiceNotActiveException", "Service was not ACTIVE.");
  const { taskDefinition, desiredCount, forceNewDeployment } = input;
  const changes = without(input, "cluster", "service", "taskDefinition", "desiredCount", "forceNewDeployment");
  const current = service.revisions[0]?.definition;
  const definition = taskDefinition === undefined ? current : requireTaskDefinition(account, taskDefinition);
  service.settings = {
    ...service.settings,
    ...changes,
    deploymentConfiguration: { ...service.settings.deploymentConfiguration, ...changes.deploymentConfiguration },
  };
  if (desiredCount !== undefined) service.desiredCount = desiredCount;
  if (definition && (forceNewDeployment || definition !== current || revisionChanges.some((key) => changes[key] !== undefined)))
    startDeployment(account, service, newRevision(account, service, definition));
  lookSoon(account, service);
  return { service: serviceRecord(service) };
});

/** Members that belong to a service revision, so that changing one starts a deployment. */
const revisionChanges = [
  "capacityProviderStrategy",
  "networkConfiguration",
  "platformVersion",
  "loadBalancers",
  "serviceRegistries",
  "serviceConnectConfiguration",
  "volumeConfigurations",
  "vpcLatticeConfigurations",
  "placementConstraints",
  "placementStrategy",
] as const;
