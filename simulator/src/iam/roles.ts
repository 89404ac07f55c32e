import type { Role as AwsRole } from "@aws-sdk/client-iam";
import { createHash } from "node:crypto";
import { iamArn } from "../state/arn.ts";
import type { Role } from "../state/resources.ts";
import type { XmlWire } from "../protocol/wire.ts";
import { xmlTime } from "../protocol/xmlTime.ts";
import type { Account } from "../state/types.ts";

/** A role as IAM answers it, with its trust policy URL-encoded. */
export function roleRecord(
  account: Account,
  { name, trusts = "ecs-tasks.amazonaws.com" }: Role,
): XmlWire<AwsRole> {
  const policy = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: trusts }, Action: "sts:AssumeRole" }],
  };
  return {
    Path: "/",
    RoleName: name,
    RoleId: `AROA${createHash("sha256").update(name).digest("hex").slice(0, 17).toUpperCase()}`,
    Arn: iamArn(account, `role/${name}`),
    CreateDate: xmlTime(account.clock.now() - 365 * 86400),
    AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(policy)),
    MaxSessionDuration: 3600,
  };
}
