import { ApiError } from "../protocol/apiError.ts";
import { lastPart } from "./arn.ts";
import type { Cluster, Service } from "./types.ts";

/** Finds a service of the cluster by name or ARN. */
export const findService = (cluster: Cluster, reference: string): Service | undefined =>
  cluster.services.get(lastPart(reference));

/** Like findService; throws ServiceNotFoundException, also for one that was deleted. */
export function requireService(cluster: Cluster, reference: string): Service {
  const service = findService(cluster, reference);
  if (!service || service.status === "INACTIVE")
    throw new ApiError("ServiceNotFoundException", "Service not found.");
  return service;
}
