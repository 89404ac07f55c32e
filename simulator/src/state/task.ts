import type {
  AwsVpcConfiguration,
  LoadBalancer,
  Tag,
  Task as AwsTask,
  TaskOverride,
} from "@aws-sdk/client-ecs";
import type { Compute } from "../engine/compute.ts";
import type { Timer } from "../time/timerQueue.ts";
import type { Wire } from "../protocol/wire.ts";
import type { Account } from "./account.ts";
import { ecsArn, lastPart } from "./arn.ts";
import type { Behaviour } from "./behaviour.ts";
import type { Cluster } from "./cluster.ts";
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

type Health = "HEALTHY" | "UNHEALTHY" | "UNKNOWN";

/** What a task was asked to be; it does not change. */
export interface Launch {
  readonly cluster: Cluster;
  readonly definition: TaskDefinition;
  readonly compute: Compute;
  readonly group: string;
  /** Its place among the tasks of the deployment or family, from 1. */
  readonly ordinal: number;
  readonly startedBy?: string | undefined;
  readonly network?: Wire<AwsVpcConfiguration> | undefined;
  readonly enableExecuteCommand?: boolean | undefined;
  readonly platformVersion?: string | undefined;
  readonly overrides?: Wire<TaskOverride> | undefined;
  /** The deployment (`ecs-svc/…`) of the service that started it. */
  readonly deployment?: string | undefined;
  /** The load balancing that adds ACTIVATING and DEACTIVATING to its life. */
  readonly loadBalancers?: readonly Wire<LoadBalancer>[] | undefined;
  /** For so many seconds of running, the service scheduler ignores its health checks. */
  readonly gracePeriod?: number | undefined;
  /** Called when status or health have changed. */
  readonly changed?: ((task: Task) => void) | undefined;
}

type Times =
  | "createdAt"
  | "connectivityAt"
  | "pullStartedAt"
  | "pullStoppedAt"
  | "startedAt"
  | "stoppingAt"
  | "executionStoppedAt"
  | "stoppedAt";

/** What changes in a task's life, under the names that DescribeTasks has for it. */
export interface TaskState extends Pick<Wire<AwsTask>, Times | "stopCode" | "stoppedReason"> {
  lastStatus: TaskStatus;
  desiredStatus: "RUNNING" | "STOPPED";
  healthStatus: Health;
  version: number;
}

export interface ContainerState {
  readonly name: string;
  readonly image: string;
  lastStatus: "PENDING" | "RUNNING" | "STOPPED";
  healthStatus: Health;
  /** Whether it has ever run, so that it has a runtime id. */
  started: boolean;
  exitCode?: number;
  reason?: string;
}

export type TargetState = "initial" | "healthy" | "unhealthy" | "draining";

export interface Task {
  /** 32 hexadecimal digits; addresses and other identities of the task are derived from it. */
  readonly id: string;
  readonly launch: Launch;
  readonly state: TaskState;
  readonly containers: readonly ContainerState[];
  /** Of the containers that have one, by container name. */
  readonly behaviours: ReadonlyMap<string, Behaviour>;
  tags: Wire<Tag>[];
  target?: { state: TargetState; reason?: string | undefined } | undefined;
  /** Whether the service's events have told of its target. */
  registered?: boolean;
  /** Whether it runs for less than its grace period. */
  inGrace?: boolean;
  /** Until when (seconds since 1970) the service scheduler must leave it alone. */
  protectedUntil?: number | undefined;
  /** What is still to happen to it. */
  timers: Timer[];
}

export const taskArn = (account: Account, { id, launch }: Task): string =>
  ecsArn(account, `task/${launch.cluster.name}/${id}`);

/** Finds a task of the cluster by id or ARN. */
export const findTask = (cluster: Cluster, reference: string): Task | undefined =>
  cluster.tasks.get(lastPart(reference));

/** Whether the task is to run, whatever it does at present. */
export const isWanted = ({ state }: Task): boolean => state.desiredStatus === "RUNNING";

/** Whether one of its containers has a health check. */
export const hasHealthCheck = ({ launch }: Task): boolean =>
  (launch.definition.record.containerDefinitions ?? []).some(({ healthCheck }) => healthCheck !== undefined);

/** Whether it runs and passes the health checks that it has. */
export const isHealthy = (task: Task): boolean =>
  isWanted(task) &&
  task.state.lastStatus === "RUNNING" &&
  (task.state.healthStatus === "HEALTHY" || !hasHealthCheck(task)) &&
  (task.target === undefined || task.target.state === "healthy");

/** Whether it fails one of its health checks, and they count. */
export const isUnhealthy = ({ state, target, inGrace = false }: Task): boolean =>
  !inGrace && (state.healthStatus === "UNHEALTHY" || target?.state === "unhealthy");
