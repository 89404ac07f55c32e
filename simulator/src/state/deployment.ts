import type { ServiceDeploymentStatus } from "@aws-sdk/client-ecs";
import { serviceOf } from "./serviceOf.ts";
import type { Account, Service, ServiceDeployment } from "./types.ts";

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
