import type { Account } from "./account.ts";
import type { Service, ServiceDeployment, ServiceRevision } from "./service.ts";

/** The service that an ARN of the form `…:kind/CLUSTER/SERVICE/ID` belongs to. */
export function serviceOf(account: Account, arn: string): Service | undefined {
  const [, cluster = "", service = ""] = arn.split("/");
  return account.clusters.get(cluster)?.services.get(service);
}

export const findServiceDeployment = (account: Account, arn: string): ServiceDeployment | undefined =>
  serviceOf(account, arn)?.serviceDeployments.find(({ record }) => record.serviceDeploymentArn === arn);

export const findServiceRevision = (account: Account, arn: string): ServiceRevision | undefined =>
  serviceOf(account, arn)?.revisions.find(({ record }) => record.serviceRevisionArn === arn);
