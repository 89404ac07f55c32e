import type { GetCallerIdentityRequest, GetCallerIdentityResponse } from "@aws-sdk/client-sts";
import { operation, type Operation } from "../operation.ts";

const getCallerIdentity = operation<GetCallerIdentityRequest, GetCallerIdentityResponse>("GetCallerIdentity", (account) => ({
  UserId: "AIDASIMULATEDUSER0001",
  Account: account.id,
  Arn: `arn:aws:iam::${account.id}:user/simulated`,
}));

export const stsOperations: readonly Operation[] = [getCallerIdentity];
