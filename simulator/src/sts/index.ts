import type { AssumeRoleResponse, GetCallerIdentityResponse } from "@aws-sdk/client-sts";
import { ApiError } from "../protocol/apiError.ts";
import { queryOperation, type Operation } from "../protocol/operation.ts";
import { xmlTime } from "../protocol/xmlTime.ts";
import { iamArn } from "../state/arn.ts";

const getCallerIdentity = queryOperation<GetCallerIdentityResponse>("GetCallerIdentity", (account) => ({
  UserId: "AIDASIMULATEDUSER0001",
  Account: account.id,
  Arn: iamArn(account, "user/simulated"),
}));

/** Seconds for which the keys of a role can be used. */
const lifetime = 3600;

/** Any role can be assumed; with an MFA device, any code of six digits but 000000 counts. */
const assumeRole = queryOperation<AssumeRoleResponse>("AssumeRole", (account, input) => {
  const code = input.text("TokenCode");
  if (input.text("SerialNumber") !== undefined && (code === "000000" || !/^\d{6}$/.test(code ?? "")))
    throw new ApiError(
      "AccessDenied",
      "MultiFactorAuthentication failed with invalid MFA one time pass code. ",
      403,
    );
  const role = (input.text("RoleArn") ?? "").replace(/^.*:role\//, "");
  const session = input.text("RoleSessionName") ?? "";
  return {
    Credentials: {
      AccessKeyId: `ASIA${account.random.hex(16).toUpperCase()}`,
      SecretAccessKey: account.random.hex(40),
      SessionToken: account.random.hex(64),
      Expiration: xmlTime(account.clock.now() + lifetime),
    },
    AssumedRoleUser: {
      AssumedRoleId: `AROASIMULATEDROLE0001:${session}`,
      Arn: `arn:aws:sts::${account.id}:assumed-role/${role}/${session}`,
    },
  };
});

export const stsOperations: readonly Operation[] = [assumeRole, getCallerIdentity];
