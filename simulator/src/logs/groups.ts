import { ApiError } from "../protocol/apiError.ts";
import { tapesOfGroup, type Tape } from "./tape.ts";
import type { Account } from "../state/types.ts";

/** The names of all log groups: those of the scenario, and those that running tasks write to. */
export function groupNames(account: Account): string[] {
  const written = [...account.clusters.values()].flatMap(({ tasks }) =>
    [...tasks.values()].flatMap(({ launch }) =>
      (launch.definition.record.containerDefinitions ?? []).flatMap(
        ({ logConfiguration }) => logConfiguration?.options?.["awslogs-group"] ?? [],
      ),
    ),
  );
  return [...new Set([...account.resources.logGroups.map(({ name }) => name), ...written])].sort();
}

/** The tapes of a group given by name or ARN; throws ResourceNotFoundException. */
export function requireGroup(
  account: Account,
  input: { logGroupName?: string | undefined; logGroupIdentifier?: string | undefined },
): { name: string; tapes: Tape[] } {
  const name = input.logGroupName ?? nameOf(input.logGroupIdentifier ?? "");
  if (!groupNames(account).includes(name))
    throw new ApiError("ResourceNotFoundException", "The specified log group does not exist.");
  return { name, tapes: tapesOfGroup(account, name) };
}

/** The group's name in `arn:aws:logs:…:log-group:NAME` or `…:NAME:*`, or the text itself. */
export const nameOf = (identifier: string): string =>
  identifier.startsWith("arn:") ? (identifier.split(":")[6] ?? "") : identifier;
