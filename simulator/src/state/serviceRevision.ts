import type { ServiceRevision as AwsServiceRevision } from "@aws-sdk/client-ecs";
import type { Wire } from "../protocol/wire.ts";
import type { Account } from "./account.ts";
import type { ServiceSettings } from "./service.ts";
import { serviceOf } from "./serviceOf.ts";
import type { TaskDefinition } from "./taskDefinition.ts";

/** Settings that a service revision keeps, so that changing one of them starts a deployment. */
export const revisionMembers = [
  "launchType",
  "capacityProviderStrategy",
  "platformVersion",
  "networkConfiguration",
  "loadBalancers",
  "serviceRegistries",
  "serviceConnectConfiguration",
  "volumeConfigurations",
  "vpcLatticeConfigurations",
] as const;

export type RevisionSettings = Pick<ServiceSettings, (typeof revisionMembers)[number]>;

/** An unchanging picture of what a deployment brings into force. */
export interface ServiceRevision {
  readonly record: Wire<AwsServiceRevision> & { serviceRevisionArn: string };
  readonly definition: TaskDefinition;
  readonly settings: RevisionSettings;
}

export const findServiceRevision = (account: Account, arn: string): ServiceRevision | undefined =>
  serviceOf(account, arn)?.revisions.find(({ record }) => record.serviceRevisionArn === arn);
