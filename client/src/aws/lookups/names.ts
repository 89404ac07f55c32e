import { type Lookup, valueOf } from "./lookup.ts";

/** Roles that ECS tasks may assume. */
export const roles: Lookup = async ({ calls, settingsFor, signal }) => {
  const { IAMClient, ListRolesCommand } = await import("@aws-sdk/client-iam");
  const client = new IAMClient(settingsFor("IAM"));
  const input = { MaxItems: 1000 };
  const { Roles = [] } = await calls.read("ListRoles", input, (abortSignal) => client.send(new ListRolesCommand(input), { abortSignal }), signal);
  const assumable = Roles.filter(({ AssumeRolePolicyDocument }) => decodeURIComponent(AssumeRolePolicyDocument ?? "").includes("ecs-tasks.amazonaws.com"));
  return assumable.flatMap(({ Arn }) => valueOf(Arn, "ECS tasks may assume it"));
};

export const logGroups: Lookup = async ({ calls, settingsFor, signal }, prefix) => {
  const { CloudWatchLogsClient, DescribeLogGroupsCommand } = await import("@aws-sdk/client-cloudwatch-logs");
  const client = new CloudWatchLogsClient(settingsFor("CloudWatch Logs"));
  const input = { limit: 50, ...(prefix && { logGroupNamePrefix: prefix }) };
  const { logGroups: found = [] } = await calls.read("DescribeLogGroups", input, (abortSignal) => client.send(new DescribeLogGroupsCommand(input), { abortSignal }), signal);
  return found.flatMap(({ logGroupName, retentionInDays }) => valueOf(logGroupName, retentionInDays === undefined ? "kept for ever" : `kept ${retentionInDays} days`));
};

/** Names only: what the secrets hold is never read. */
export const secrets: Lookup = async ({ calls, settingsFor, signal }) => {
  const { ListSecretsCommand, SecretsManagerClient } = await import("@aws-sdk/client-secrets-manager");
  const client = new SecretsManagerClient(settingsFor("Secrets Manager"));
  const input = { MaxResults: 100 };
  const { SecretList = [] } = await calls.read("ListSecrets", input, (abortSignal) => client.send(new ListSecretsCommand(input), { abortSignal }), signal);
  return SecretList.flatMap(({ ARN, Name }) => valueOf(ARN, Name));
};

/** Names only, as for {@link secrets}. */
export const parameters: Lookup = async ({ calls, settingsFor, signal }) => {
  const { DescribeParametersCommand, SSMClient } = await import("@aws-sdk/client-ssm");
  const client = new SSMClient(settingsFor("SSM"));
  const input = { MaxResults: 50 };
  const { Parameters = [] } = await calls.read("DescribeParameters", input, (abortSignal) => client.send(new DescribeParametersCommand(input), { abortSignal }), signal);
  return Parameters.flatMap(({ Name, ARN, Type }) => valueOf(ARN ?? Name, Type));
};
