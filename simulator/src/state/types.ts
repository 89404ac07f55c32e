import type { revisionMembers } from "./revisionMembers.ts";
import type { Clock } from "../time/clock.ts";
import type { Random } from "../time/random.ts";
import type { Pace } from "./pace.ts";
import type { Behaviour } from "./behaviour.ts";
import type { AccountSettings } from "./accountSettings.ts";
import type { Resources } from "./resources.ts";
import type { Scaling } from "./scaling.ts";
import type { Wire } from "../protocol/wire.ts";
import type {
  AwsVpcConfiguration,
  CapacityProvider as AwsCapacityProvider,
  Cluster as AwsCluster,
  ContainerInstance as AwsContainerInstance,
  CreateServiceRequest,
  Deployment as AwsDeployment,
  DeploymentLifecycleHookDetail,
  DeploymentLifecycleHookStage,
  Failure,
  LoadBalancer,
  RunTaskRequest,
  Scale,
  ServiceDeployment as AwsServiceDeployment,
  ServiceDeploymentLifecycleStage,
  ServiceDeploymentStatus,
  ServiceEvent,
  ServiceRevision as AwsServiceRevision,
  Tag,
  Task as AwsTask,
  TaskDefinition as AwsTaskDefinition,
  TaskOverride,
  TaskSet as AwsTaskSet,
} from "@aws-sdk/client-ecs";
import type { Timer } from "../time/timerQueue.ts";

/** One simulated AWS account in one region: all state that operations read and change. */
export interface Account {
  readonly id: string;
  readonly region: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly pace: Pace;
  readonly behaviours: readonly Behaviour[];
  readonly alarms: readonly Alarm[];
  /** Parts of ARNs of the Lambda functions that fail as lifecycle hooks. */
  readonly failingHooks: readonly string[];
  readonly settings: AccountSettings;
  /** What it holds beside ECS. */
  resources: Resources;
  /** Service Auto Scaling, by resource id. */
  readonly scaling: Map<string, Scaling>;
  /** By name. */
  readonly clusters: Map<string, Cluster>;
  /** By name. */
  readonly capacityProviders: Map<string, CapacityProvider>;
  /** By family; revision n stands at index n - 1, a deleted one leaves a hole. */
  readonly families: Map<string, (TaskDefinition | undefined)[]>;
  /** The sessions of Session Manager that are open, by id. */
  readonly sessions: Map<string, OpenSession>;
}

export interface OpenSession {
  readonly id: string;
  /** `ecs:cluster_task_runtimeId` */
  readonly target: string;
  /** Seconds since 1970. */
  readonly startedAt: number;
}

export interface Cluster {
  readonly name: string;
  readonly arn: string;
  /** As DescribeClusters answers it, without the counts. */
  readonly record: Wire<AwsCluster>;
  /** By name. */
  readonly services: Map<string, Service>;
  /** By id. */
  readonly tasks: Map<string, Task>;
  /** By id. */
  readonly instances: Map<string, ContainerInstance>;
  /** What RunTask was called with, by the token of the caller. */
  readonly runs: Map<string, TaskRun>;
}

export type CapacityProvider = Wire<AwsCapacityProvider> & { name: string };

export interface ContainerInstance {
  readonly id: string;
  readonly arn: string;
  /** As DescribeContainerInstances answers it, without the counts and what remains. */
  readonly record: Wire<AwsContainerInstance> & { status: "ACTIVE" | "DRAINING" };
  /** CPU units. */
  readonly cpu: number;
  /** MiB. */
  readonly memory: number;
}

/** What a task takes of an instance: CPU units, MiB of memory, host ports. */
export interface Demand {
  readonly cpu: number;
  readonly memory: number;
  readonly ports: readonly number[];
}

export interface TaskDefinition {
  /** As DescribeTaskDefinition answers it. */
  readonly record: Wire<AwsTaskDefinition> & { family: string; revision: number; taskDefinitionArn: string };
  tags: Wire<Tag>[];
}

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
  /** When it says next that it is steady. */
  steadyAgain?: Timer | undefined;
  /** The scheduler's next look at the service. */
  look?: Timer | undefined;
  /** Troubles that an event has told and that are not resolved; they are not told again. */
  readonly told: Set<string>;
  /** How many tasks in a row did not reach RUNNING; the scheduler waits longer and longer. */
  launchFailures: number;
  /** Before this time (seconds since 1970) the scheduler starts no task. */
  retryAt: number;
}

export type RevisionSettings = Pick<ServiceSettings, (typeof revisionMembers)[number]>;

/** An unchanging picture of what a deployment brings into force. */
export interface ServiceRevision {
  readonly record: Wire<AwsServiceRevision> & { serviceRevisionArn: string };
  readonly definition: TaskDefinition;
  readonly settings: RevisionSettings;
}

/** What a service starts tasks from: a deployment, or a task set of an external controller. */
export interface TaskSource {
  readonly record: { readonly id: string };
  readonly revision: Pick<ServiceRevision, "definition" | "settings">;
  /** How many tasks it has started. */
  launched: number;
}

/** An entry of a service's `deployments`. */
export interface Deployment extends TaskSource {
  readonly record: Wire<AwsDeployment> & { id: string; status: "PRIMARY" | "ACTIVE"; failedTasks: number };
  readonly revision: ServiceRevision;
}

/** The SDK's list of stages leaves out PRE_PRODUCTION_TRAFFIC_SHIFT, at which hooks can run. */
export type StageName = ServiceDeploymentLifecycleStage | DeploymentLifecycleHookStage;

/** One stage of a deployment that shifts traffic. */
export interface Stage {
  readonly name: StageName;
  /** Per cent of production traffic that the new revision gets from here on. */
  readonly weight?: number;
  /** How long the stage lasts, in seconds, after its hooks. */
  readonly seconds?: number;
}

/** Where a deployment that shifts traffic is. */
export interface Shift {
  readonly stages: readonly Stage[];
  index: number;
  phase: "entering" | "hooks" | "working";
  /** The hooks of this stage. */
  hooks: Wire<DeploymentLifecycleHookDetail>[];
  /** Per cent of traffic that the new revision gets. */
  production: number;
  test: number;
  /** Before this time (seconds since 1970) the stage is not over. */
  until: number;
}

/**
 * A run of the scheduler from one state of the service to another, as DescribeServiceDeployments shows it.
 */
export interface ServiceDeployment {
  readonly record: Wire<AwsServiceDeployment> & {
    serviceDeploymentArn: string;
    status: ServiceDeploymentStatus;
  };
  readonly target: Deployment;
  /** What a rollback goes back to: the last deployment that completed. */
  readonly source: Deployment | undefined;
  /** Absent for rolling updates. */
  readonly shift?: Shift | undefined;
  /** When all tasks were healthy and the watch over alarms began, in seconds since 1970. */
  bakingSince?: number | undefined;
}

/**
 * A part of a service of the EXTERNAL deployment controller, with a task definition and settings of its own.
 */
export interface TaskSet extends TaskSource {
  readonly record: Wire<AwsTaskSet> & { readonly id: string; readonly taskSetArn: string };
  status: "PRIMARY" | "ACTIVE" | "DRAINING";
  scale: Wire<Scale> & { value: number };
  updatedAt: number;
  tags: Wire<Tag>[];
}

export type TaskStatus =
  | "PROVISIONING"
  | "PENDING"
  | "ACTIVATING"
  | "RUNNING"
  | "DEACTIVATING"
  | "STOPPING"
  | "DEPROVISIONING"
  | "STOPPED";

export type Health = "HEALTHY" | "UNHEALTHY" | "UNKNOWN";

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

export type Times =
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

/** What a call of RunTask has started. */
export interface TaskRun {
  readonly request: Wire<RunTaskRequest>;
  readonly tasks: readonly Task[];
  readonly failures: Wire<Failure>[];
}

/** A CloudWatch alarm of the scenario; it is in ALARM while a container runs whose behaviour names it. */
export interface Alarm {
  readonly name: string;
  readonly description?: string;
  readonly namespace?: string;
  readonly metric?: string;
  readonly threshold?: number;
  readonly dimensions?: Readonly<Record<string, string>>;
  /** In ALARM from the beginning. */
  readonly ringing?: boolean;
}

/** On what a task runs. */
export interface Compute {
  readonly fargate: boolean;
  /** Unless on Fargate. */
  readonly instance?: ContainerInstance | undefined;
  readonly record: Pick<Wire<AwsTask>, "launchType" | "capacityProviderName" | "containerInstanceArn">;
}
