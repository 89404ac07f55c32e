import type { CreateServiceRequest, CreateServiceResponse } from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../protocol/apiError.ts";
import { newRevision, startDeployment } from "../../engine/deployments.ts";
import { lookSoon } from "../../engine/scheduler.ts";
import { withoutEmpty } from "../../withoutEmpty.ts";
import { operation } from "../ecsOperation.ts";
import { requireCluster } from "../../state/cluster.ts";
import { requireTaskDefinition } from "../../state/taskDefinition.ts";
import { refuseService } from "../refusals/service/index.ts";
import { newService } from "./newService.ts";
import { serviceRecord } from "./serviceRecord.ts";

export const createService = operation<CreateServiceRequest, CreateServiceResponse>(
  "CreateService",
  (account, request) => {
    const input = withoutEmpty(request);
    const cluster = requireCluster(account, input.cluster);
    const existing = cluster.services.get(input.serviceName ?? "");
    const isLive = existing !== undefined && existing.status !== "INACTIVE";
    if (isLive && input.clientToken !== undefined && input.clientToken === existing.clientToken)
      return { service: serviceRecord(account, existing) };
    if (existing?.status === "DRAINING")
      throw invalidParameter("Unable to Start a service that is still Draining.");
    if (isLive) throw invalidParameter("Creation of service was not idempotent.");
    const definition =
      input.taskDefinition === undefined ? undefined : requireTaskDefinition(account, input.taskDefinition);
    refuseService({ request: input, cluster, definition, attempt: "The service couldn't be created" });
    const service = newService(account, cluster, input);
    // Services of the EXTERNAL deployment controller get task sets instead.
    if (definition) startDeployment(account, service, newRevision(account, service, definition));
    lookSoon(account, service);
    return { service: serviceRecord(account, service) };
  },
);
