import type { Container, Task as AwsTask } from "@aws-sdk/client-ecs";
import type { Timer } from "../timerQueue.ts";
import type { Wire } from "../wire.ts";
import { lastPart } from "./account.ts";
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

export type TaskRecord = Wire<AwsTask> & {
  taskArn: string;
  lastStatus: TaskStatus;
  desiredStatus: "RUNNING" | "STOPPED";
  containers: Wire<Container>[];
};

export interface Task {
  readonly id: string;
  readonly cluster: Cluster;
  readonly definition: TaskDefinition;
  /** As DescribeTasks answers it. */
  readonly record: TaskRecord;
  /** Whether it stands behind a load balancer, which adds ACTIVATING and DEACTIVATING to its life. */
  readonly balanced: boolean;
  /** The deployment (`ecs-svc/…`) of the service that started it. */
  readonly deployment?: string;
  /** Called when status or health have changed. */
  readonly changed: (task: Task) => void;
  timer?: Timer | undefined;
}

/** Finds a task of the cluster by id or ARN. */
export const findTask = (cluster: Cluster, reference: string): Task | undefined => cluster.tasks.get(lastPart(reference));
