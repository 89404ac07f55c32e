import type { Failure } from "@aws-sdk/client-ecs";
import { ecsArn } from "../state/arn.ts";
import type { Wire } from "../protocol/wire.ts";
import type { Account } from "../state/types.ts";

/** The failures list of a Describe operation; `prefix` makes an ARN of a plain name, `cluster/` for one. */
export function missing(account: Account, prefix: string, references: readonly string[]): Wire<Failure>[] {
  return references.map((reference) => ({
    arn: reference.startsWith("arn:") ? reference : ecsArn(account, prefix + reference),
    reason: "MISSING",
  }));
}
