import type {
  Deployment as AwsDeployment,
  DeploymentLifecycleHookDetail,
  DeploymentLifecycleHookStage,
  ServiceDeployment as AwsServiceDeployment,
  ServiceDeploymentLifecycleStage,
  ServiceDeploymentStatus,
} from "@aws-sdk/client-ecs";
import type { Wire } from "../protocol/wire.ts";
import type { Account } from "./account.ts";
import type { Service } from "./service.ts";
import { serviceOf } from "./serviceOf.ts";
import type { ServiceRevision } from "./serviceRevision.ts";

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

/** A run of the scheduler from one state of the service to another, as DescribeServiceDeployments shows it. */
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

const underWay: readonly ServiceDeploymentStatus[] = [
  "PENDING",
  "IN_PROGRESS",
  "STOP_REQUESTED",
  "ROLLBACK_REQUESTED",
  "ROLLBACK_IN_PROGRESS",
];

export const isUnderWay = ({ record }: ServiceDeployment): boolean => underWay.includes(record.status);

/** The service deployment that is not finished, if there is one. */
export function currentDeployment(service: Service): ServiceDeployment | undefined {
  const [latest] = service.serviceDeployments;
  return latest && isUnderWay(latest) ? latest : undefined;
}

export const findServiceDeployment = (account: Account, arn: string): ServiceDeployment | undefined =>
  serviceOf(account, arn)?.serviceDeployments.find(({ record }) => record.serviceDeploymentArn === arn);
