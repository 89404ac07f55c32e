import type { CreateServiceRequest, CreateServiceResponse } from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../apiError.ts";
import { newRevision, startDeployment } from "../../engine/deployments.ts";
import { lookSoon } from "../../engine/scheduler.ts";
import { operation } from "../../operation.ts";
import { requireCluster } from "../../state/cluster.ts";
import { requireTaskDefinition } from "../../state/taskDefinition.ts";
import { newService } from "./newService.ts";
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
