import type { GetCallerIdentityResponse } from "@aws-sdk/client-sts";
import { queryOperation, type Operation } from "../protocol/operation.ts";
import { iamArn } from "../state/arn.ts";

const getCallerIdentity = queryOperation<GetCallerIdentityResponse>("GetCallerIdentity", (account) => ({
  UserId: "AIDASIMULATEDUSER0001",
  Account: account.id,
  Arn: iamArn(account, "user/simulated"),
}));

export const stsOperations: readonly Operation[] = [getCallerIdentity];
