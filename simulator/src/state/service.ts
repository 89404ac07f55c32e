import type { CreateServiceRequest, ServiceEvent, Tag } from "@aws-sdk/client-ecs";
import { ApiError } from "../protocol/apiError.ts";
import type { Timer } from "../time/timerQueue.ts";
import type { Wire } from "../protocol/wire.ts";
import { lastPart } from "./arn.ts";
import type { Cluster } from "./cluster.ts";
import type { Deployment, ServiceDeployment } from "./deployment.ts";
import type { ServiceRevision } from "./serviceRevision.ts";
import type { Task } from "./task.ts";
import type { TaskSet } from "./taskSet.ts";

/** What CreateService sets and UpdateService changes. */
export type ServiceSettings = Omit<
  Wire<CreateServiceRequest>,
  "cluster" | "serviceName" | "clientToken" | "tags" | "taskDefinition" | "desiredCount"
>;

export interface Service {
  readonly cluster: Cluster;
  readonly name: string;
  readonly arn: string;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly roleArn: string;
  /** What CreateService was called with, to know the same call when it comes again. */
  readonly clientToken: string | undefined;
  status: "ACTIVE" | "DRAINING" | "INACTIVE";
  settings: ServiceSettings;
  desiredCount: number;
  tags: Wire<Tag>[];
  /** Newest first, at most 100. */
  events: Wire<ServiceEvent>[];
  /** Newest first: the primary one, then those it replaces. */
  deployments: Deployment[];
  /** Of the EXTERNAL deployment controller, in the order of their creation. */
  taskSets: TaskSet[];
  /** Newest first. */
  serviceDeployments: ServiceDeployment[];
  /** Newest first. */
  revisions: ServiceRevision[];
  /** Tasks that have not stopped. */
  readonly tasks: Set<Task>;
  /** The scheduler's next look at the service. */
  look?: Timer | undefined;
  /** Troubles that an event has told and that are not resolved; they are not told again. */
  readonly told: Set<string>;
  /** How many tasks in a row did not reach RUNNING; the scheduler waits longer and longer. */
  launchFailures: number;
  /** Before this time (seconds since 1970) the scheduler starts no task. */
  retryAt: number;
}

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
