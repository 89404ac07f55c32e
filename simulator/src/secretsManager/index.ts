import type {
  DescribeSecretRequest,
  DescribeSecretResponse,
  ListSecretsRequest,
  ListSecretsResponse,
  SecretListEntry,
} from "@aws-sdk/client-secrets-manager";
import { createHash } from "node:crypto";
import { ApiError } from "../protocol/apiError.ts";
import { operation, type Operation } from "../protocol/operation.ts";
import { page } from "../protocol/paging.ts";
import { arn } from "../state/arn.ts";
import type { Named } from "../state/resources.ts";
import type { Wire } from "../protocol/wire.ts";
import type { Account } from "../state/types.ts";

/** A secret without its value, which the simulator never has. */
function secretRecord(account: Account, { name, description }: Named): Wire<SecretListEntry> {
  const suffix = createHash("sha256").update(name).digest("hex").slice(0, 6);
  const then = account.clock.now() - 30 * 86400;
  return {
    ARN: arn(account, "secretsmanager", `secret:${name}-${suffix}`),
    Name: name,
    Description: description,
    LastChangedDate: then,
    CreatedDate: then,
    Tags: [],
  };
}

const listSecrets = operation<ListSecretsRequest, ListSecretsResponse>("ListSecrets", (account, input) => {
  const names = input.Filters?.filter(({ Key }) => Key === "name" || Key === "all").flatMap(
    ({ Values = [] }) => Values,
  );
  const found = account.resources.secrets.filter(
    ({ name }) => !names?.length || names.some((part) => name.startsWith(part)),
  );
  const { items, nextToken } = page(
    found,
    { maxResults: input.MaxResults, nextToken: input.NextToken },
    { default: 100, most: 100 },
  );
  return {
    SecretList: items.map((secret) => secretRecord(account, secret)),
    ...(nextToken !== undefined && { NextToken: nextToken }),
  };
});

const describeSecret = operation<DescribeSecretRequest, DescribeSecretResponse>(
  "DescribeSecret",
  (account, { SecretId: id = "" }) => {
    const records = account.resources.secrets.map((secret) => secretRecord(account, secret));
    const found = records.find(
      ({ ARN = "", Name }) =>
        Name === id || ARN === id || ARN.replace(/-[^-]*$/, "") === id.replace(/-[A-Za-z0-9]{6}$/, ""),
    );
    if (!found)
      throw new ApiError("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
    return { ...found, VersionIdsToStages: {} };
  },
);

export const secretsManagerOperations: readonly Operation[] = [describeSecret, listSecrets];
