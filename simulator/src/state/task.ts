import type { Container, LoadBalancer, Task as AwsTask } from "@aws-sdk/client-ecs";
import type { Timer } from "../timerQueue.ts";
import type { Wire } from "../wire.ts";
import { lastPart } from "./account.ts";
import type { Behaviour } from "./behaviour.ts";
import type { Cluster } from "./cluster.ts";
import type { ContainerInstance } from "./containerInstance.ts";
import type { TaskDefinition } from "./taskDefinition.ts";

export type TaskStatus =
  | "PROVISIONING"
  | "PENDING"
  | "ACTIVATING"
  | "RUNNING"
  | "DEACTIVATING"
  | "STOPPING"
  | "DEPROVISIONING"
  | "STOPPED";

export type TaskRecord = Wire<AwsTask> & {
  taskArn: string;
  lastStatus: TaskStatus;
  desiredStatus: "RUNNING" | "STOPPED";
  containers: Wire<Container>[];
};

/** The task's own network interface, in network mode awsvpc. */
export interface NetworkInterface {
  readonly id: string;
  readonly attachmentId: string;
  readonly subnet: string;
  readonly securityGroups: readonly string[];
  readonly macAddress: string;
  readonly privateIp: string;
  readonly publicIp?: string;
}

export type TargetState = "initial" | "healthy" | "unhealthy" | "draining";

export interface Task {
  readonly id: string;
  readonly cluster: Cluster;
  readonly definition: TaskDefinition;
  /** As DescribeTasks answers it. */
  readonly record: TaskRecord;
  /** Of the containers that have one, by container name. */
  readonly behaviours: ReadonlyMap<string, Behaviour>;
  readonly network?: NetworkInterface | undefined;
  /** Where it runs, unless on Fargate. */
  readonly instance?: ContainerInstance | undefined;
  /** The deployment (`ecs-svc/…`) of the service that started it. */
  readonly deployment?: string | undefined;
  /** The load balancing that adds ACTIVATING and DEACTIVATING to its life. */
  readonly loadBalancers: readonly Wire<LoadBalancer>[];
  target?: { state: TargetState; reason?: string | undefined } | undefined;
  /** Whether the service's events have told of its target. */
  registered?: boolean;
  /** Until when (seconds since 1970) the service scheduler must leave it alone. */
  protectedUntil?: number | undefined;
  /** Called when status or health have changed. */
  readonly changed: (task: Task) => void;
  /** What is still to happen to it. */
  timers: Timer[];
}

/** Finds a task of the cluster by id or ARN. */
export const findTask = (cluster: Cluster, reference: string): Task | undefined => cluster.tasks.get(lastPart(reference));

/** Whether the task is to run, whatever it does at present. */
export const isWanted = ({ record }: Task): boolean => record.desiredStatus === "RUNNING";

/** Whether one of its containers has a health check. */
export const hasHealthCheck = ({ definition }: Task): boolean =>
  (definition.record.containerDefinitions ?? []).some(({ healthCheck }) => healthCheck !== undefined);

/** Whether it runs and passes the health checks that it has. */
export const isHealthy = (task: Task): boolean =>
  isWanted(task) &&
  task.record.lastStatus === "RUNNING" &&
  (task.record.healthStatus === "HEALTHY" || !hasHealthCheck(task)) &&
  (task.target === undefined || task.target.state === "healthy");

/** Whether it fails one of its health checks. */
export const isUnhealthy = ({ record, target }: Task): boolean => record.healthStatus === "UNHEALTHY" || target?.state === "unhealthy";
