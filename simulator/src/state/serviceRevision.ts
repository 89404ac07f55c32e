import { serviceOf } from "./serviceOf.ts";
import type { Account, ServiceRevision } from "./types.ts";

export const findServiceRevision = (account: Account, arn: string): ServiceRevision | undefined =>
  serviceOf(account, arn)?.revisions.find(({ record }) => record.serviceRevisionArn === arn);
