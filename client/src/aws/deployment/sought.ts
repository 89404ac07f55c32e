import { defined } from "../../../../shared/src/defined.ts";
import type { Deployment, ServiceDeployment } from "@aws-sdk/client-ecs";
import type { DeploymentRecord } from "../deploymentReads.ts";

/** A deployment as far as it is known. */
export interface SoughtDeployment {
  /**
   * `ecs-svc/…`: ECS notes it in `startedBy` of a deployment's tasks. Undefined when the service has
   * forgotten the deployment: then its record must do.
   */
  readonly deploymentId: string | undefined;
  /** ARN of its record, once it is known. */
  readonly serviceDeploymentArn?: string;
  /** ARN of what it deploys. */
  readonly taskDefinition: string;
  /** When ECS created it, in milliseconds since 1970. */
  readonly createdAt: number;
}

/**
 * ECS creates a deployment and its record at about the same time: milliseconds by which the record is later
 * or earlier.
 */
const later = 60_000;
const earlier = 5_000;

/**
 * The number of a deployment, which is also that of the service revision it deploys: `ecs-svc/123` deploys
 * `…/123`.
 */
const numberOf = (name = ""): string => name.split("/").at(-1) ?? "";

/** Whether a record is that of the deployment with this id. */
export const isRecordOf = (id: string | undefined, { targetServiceRevision }: ServiceDeployment): boolean =>
  id !== undefined && numberOf(id) === numberOf(targetServiceRevision?.arn);

const timeOf = ({ createdAt }: { readonly createdAt?: Date | undefined }): number =>
  createdAt?.getTime() ?? 0;

/**
 * The record of a deployment among the newest of its service: by its number, else by task definition and
 * time. A record of an earlier deployment never counts, as the right one may come a moment later.
 * @param deployments as the service tells them, to know which record is that of another one
 */
export function recordOf(
  sought: SoughtDeployment,
  newest: readonly DeploymentRecord[],
  deployments: readonly Deployment[],
): ServiceDeployment | undefined {
  const known = newest.find(({ deployment }) => isRecordOf(sought.deploymentId, deployment));
  if (known) return known.deployment;
  const others = deployments.filter(({ id }) => id !== sought.deploymentId);
  const isOthers = (record: ServiceDeployment): boolean =>
    others.some(
      (other) =>
        isRecordOf(other.id, record) || distance(record, timeOf(other)) < distance(record, sought.createdAt),
    );
  const [nearest] = newest
    .filter(({ deployment, taskDefinition }) => {
      const late = timeOf(deployment) - sought.createdAt;
      return (
        taskDefinition === sought.taskDefinition && late >= -earlier && late < later && !isOthers(deployment)
      );
    })
    .sort((a, b) => distance(a.deployment, sought.createdAt) - distance(b.deployment, sought.createdAt));
  return nearest?.deployment;
}

const distance = (record: ServiceDeployment, time: number): number => Math.abs(timeOf(record) - time);

/** What is known of a deployment by its record, with its id where its service still tells of it. */
export function soughtOf(record: DeploymentRecord, deployments: readonly Deployment[]): SoughtDeployment {
  const { deployment, taskDefinition = "" } = record;
  const { serviceDeploymentArn } = deployment;
  const own = deploymentOf(record, deployments);
  return {
    deploymentId: own?.id,
    ...defined({ serviceDeploymentArn }),
    taskDefinition,
    createdAt: timeOf(own ?? deployment),
  };
}

/** The deployment of a record, where its service still tells of it. */
function deploymentOf(
  { deployment, taskDefinition }: DeploymentRecord,
  deployments: readonly Deployment[],
): Deployment | undefined {
  return (
    deployments.find(({ id }) => isRecordOf(id, deployment)) ??
    deployments.find(
      (each) => each.taskDefinition === taskDefinition && distance(deployment, timeOf(each)) < earlier,
    )
  );
}
