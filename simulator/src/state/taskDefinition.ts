import { clientError } from "../protocol/apiError.ts";
import { lastPart } from "./arn.ts";
import type { Account, TaskDefinition } from "./types.ts";

/**
 * Finds a task definition by `family`, `family:revision` or ARN; a family alone means its last active
 * revision.
 */
export function findTaskDefinition(account: Account, reference: string): TaskDefinition | undefined {
  const [family = "", revision] = lastPart(reference).split(":");
  const revisions = account.families.get(family);
  if (revision !== undefined) return revisions?.[Number(revision) - 1];
  return revisions?.findLast((candidate) => candidate?.record.status === "ACTIVE");
}

/**
 * Like findTaskDefinition; throws the ClientException with which a service or task that asks for it is
 * refused.
 */
export function requireTaskDefinition(account: Account, reference: string): TaskDefinition {
  const found = findTaskDefinition(account, reference);
  if (!found) throw clientError("TaskDefinition not found.");
  if (found.record.status !== "ACTIVE") throw clientError("TaskDefinition is inactive");
  return found;
}
