import type { CreateServiceRequest, Deployment as AwsDeployment, ServiceDeployment as AwsServiceDeployment, ServiceEvent, ServiceRevision as AwsServiceRevision, Tag } from "@aws-sdk/client-ecs";
import { ApiError } from "../apiError.ts";
import type { Timer } from "../timerQueue.ts";
import type { Wire } from "../wire.ts";
import { lastPart } from "./account.ts";
import type { Cluster } from "./cluster.ts";
import type { Task } from "./task.ts";
import type { TaskDefinition } from "./taskDefinition.ts";

/** What CreateService sets and UpdateService changes. */
export type ServiceSettings = Omit<Wire<CreateServiceRequest>, "cluster" | "serviceName" | "clientToken" | "tags" | "taskDefinition" | "desiredCount">;

/** An unchanging picture of the settings that a deployment brings into force. */
export interface ServiceRevision {
  readonly record: Wire<AwsServiceRevision> & { serviceRevisionArn: string };
  readonly definition: TaskDefinition;
}

/** An entry of a service's `deployments`. */
export interface Deployment {
  readonly record: Wire<AwsDeployment> & { id: string; status: "PRIMARY" | "ACTIVE"; failedTasks: number };
  readonly revision: ServiceRevision;
}

export interface ServiceDeployment {
  readonly record: Wire<AwsServiceDeployment> & { serviceDeploymentArn: string };
  /** Ids of the entries of `deployments` that it replaces. */
  readonly target: ServiceRevision;
}

export interface Service {
  readonly cluster: Cluster;
  readonly name: string;
  readonly arn: string;
  readonly createdAt: number;
  status: "ACTIVE" | "DRAINING" | "INACTIVE";
  settings: ServiceSettings;
  desiredCount: number;
  tags: Wire<Tag>[];
  /** Newest first, at most 100. */
  events: Wire<ServiceEvent>[];
  /** Newest first: the primary one, then those it replaces. */
  deployments: Deployment[];
  /** Newest first. */
  serviceDeployments: ServiceDeployment[];
  /** Newest first. */
  revisions: ServiceRevision[];
  /** Tasks that have not stopped. */
  readonly tasks: Set<Task>;
  /** The scheduler's next look at the service. */
  look?: Timer | undefined;
  /** Whether the last event said that the service is steady. */
  steady: boolean;
}

/** Finds a service of the cluster by name or ARN. */
export function findService(cluster: Cluster, reference: string): Service | undefined {
  return cluster.services.get(lastPart(reference));
}

/** Like findService; throws ServiceNotFoundException. */
export function requireService(cluster: Cluster, reference: string): Service {
  const service = findService(cluster, reference);
  if (!service || service.status === "INACTIVE") throw new ApiError("ServiceNotFoundException", "Service not found.");
  return service;
}
