import { isDeepStrictEqual } from "node:util";
import type { UpdateServiceRequest, UpdateServiceResponse } from "@aws-sdk/client-ecs";
import { ApiError } from "../../protocol/apiError.ts";
import { newRevision, startDeployment } from "../../engine/deployments.ts";
import { lookSoon } from "../../engine/scheduler.ts";
import { requireCluster } from "../../state/cluster.ts";
import { findService } from "../../state/service.ts";
import { revisionMembers } from "../../state/revisionMembers.ts";
import { requireTaskDefinition } from "../../state/taskDefinition.ts";
import type { Wire } from "../../protocol/wire.ts";
import { withoutEmpty } from "../../withoutEmpty.ts";
import { without } from "../../without.ts";
import { operation } from "../ecsOperation.ts";
import { refuseUpdate } from "../refusals/service/update.ts";
import { answered } from "./answered.ts";
import { serviceRecord } from "./serviceRecord.ts";
import type { Service, ServiceSettings } from "../../state/types.ts";

/**
 * Changes the service; another value of what a service revision keeps, or `forceNewDeployment`, starts a
 * deployment.
 */
export const updateService = operation<UpdateServiceRequest, UpdateServiceResponse>(
  "UpdateService",
  (account, request) => {
    const input = withoutEmpty(request);
    const service = findService(requireCluster(account, input.cluster), input.service ?? "");
    if (!service) throw new ApiError("ServiceNotFoundException", "Service not found.");
    if (service.status !== "ACTIVE")
      throw new ApiError("ServiceNotActiveException", "Service was not ACTIVE.");
    const current = service.deployments[0]?.revision;
    const definition =
      input.taskDefinition === undefined
        ? current?.definition
        : requireTaskDefinition(account, input.taskDefinition);
    const settings = changedSettings(service, input);
    refuseUpdate(service, input, settings, definition);
    const before = service.settings;
    service.settings = answered(settings);
    service.desiredCount = input.desiredCount ?? service.desiredCount;
    const changed =
      definition !== current?.definition ||
      revisionMembers.some((member) => !isDeepStrictEqual(before[member], service.settings[member]));
    if (definition && (changed || input.forceNewDeployment))
      startDeployment(account, service, newRevision(account, service, definition));
    lookSoon(account, service);
    return { service: serviceRecord(account, service) };
  },
);

function changedSettings({ settings }: Service, input: Wire<UpdateServiceRequest>): ServiceSettings {
  const changes = without(
    input,
    "cluster",
    "service",
    "taskDefinition",
    "desiredCount",
    "forceNewDeployment",
  );
  const kept = input.capacityProviderStrategy?.length ? without(settings, "launchType") : settings;
  return {
    ...kept,
    ...changes,
    deploymentConfiguration: { ...settings.deploymentConfiguration, ...changes.deploymentConfiguration },
  };
}
