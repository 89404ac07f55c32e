import { findPages, type Lookup, valueOf } from "./lookup.ts";

/** Roles that ECS tasks may assume. */
export const roles: Lookup = async ({ calls, clients, signal }) => {
  const { IAMClient, ListRolesCommand } = await import("@aws-sdk/client-iam");
  const client = clients.of(IAMClient, "IAM");
  return findPages(async (next) => {
    const input = { MaxItems: 1000, Marker: next };
    const { Roles = [], Marker } = await calls.read(
      "ListRoles",
      input,
      (abortSignal) => client.send(new ListRolesCommand(input), { abortSignal }),
      signal,
    );
    const assumable = Roles.filter(({ AssumeRolePolicyDocument }) =>
      decodeURIComponent(AssumeRolePolicyDocument ?? "").includes("ecs-tasks.amazonaws.com"),
    );
    return { values: assumable.flatMap(({ Arn }) => valueOf(Arn, "ECS tasks may assume it")), next: Marker };
  });
};

export const logGroups: Lookup = async ({ calls, clients, signal }, prefix) => {
  const { CloudWatchLogsClient, DescribeLogGroupsCommand } = await import("@aws-sdk/client-cloudwatch-logs");
  const client = clients.of(CloudWatchLogsClient, "CloudWatch Logs");
  return findPages(async (next) => {
    const input = { limit: 50, nextToken: next, ...(prefix && { logGroupNamePrefix: prefix }) };
    const { logGroups: found = [], nextToken } = await calls.read(
      "DescribeLogGroups",
      input,
      (abortSignal) => client.send(new DescribeLogGroupsCommand(input), { abortSignal }),
      signal,
    );
    const values = found.flatMap(({ logGroupName, retentionInDays }) =>
      valueOf(logGroupName, retentionInDays === undefined ? "kept for ever" : `kept ${retentionInDays} days`),
    );
    return { values, next: nextToken };
  });
};

/** Names only: what the secrets hold is never read. */
export const secrets: Lookup = async ({ calls, clients, signal }) => {
  const { ListSecretsCommand, SecretsManagerClient } = await import("@aws-sdk/client-secrets-manager");
  const client = clients.of(SecretsManagerClient, "Secrets Manager");
  return findPages(async (next) => {
    const input = { MaxResults: 100, NextToken: next };
    const { SecretList = [], NextToken } = await calls.read(
      "ListSecrets",
      input,
      (abortSignal) => client.send(new ListSecretsCommand(input), { abortSignal }),
      signal,
    );
    return { values: SecretList.flatMap(({ ARN, Name }) => valueOf(ARN, Name)), next: NextToken };
  });
};

/** Names only, as for {@link secrets}. */
export const parameters: Lookup = async ({ calls, clients, signal }) => {
  const { DescribeParametersCommand, SSMClient } = await import("@aws-sdk/client-ssm");
  const client = clients.of(SSMClient, "SSM");
  return findPages(async (next) => {
    const input = { MaxResults: 50, NextToken: next };
    const { Parameters = [], NextToken } = await calls.read(
      "DescribeParameters",
      input,
      (abortSignal) => client.send(new DescribeParametersCommand(input), { abortSignal }),
      signal,
    );
    return {
      values: Parameters.flatMap(({ Name, ARN, Type }) => valueOf(ARN ?? Name, Type)),
      next: NextToken,
    };
  });
};
