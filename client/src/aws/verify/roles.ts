import { nameOfArn } from "../../model/arn.ts";
import type { AccountFinding } from "../../model/accountFinding.ts";
import { byText, valuesAt, type InputValue } from "../../model/inputValues.ts";
import { mayBeAssumedBy } from "../../model/trustPolicy.ts";
import { atEach, checked, joined, proposals, type Check, type VerifyContext } from "./check.ts";

/**
 * Who assumes the roles of an input:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html
 */
const places = [
  { pattern: "executionRoleArn", principal: "ecs-tasks.amazonaws.com" },
  { pattern: "taskRoleArn", principal: "ecs-tasks.amazonaws.com" },
  { pattern: "loadBalancers/*/advancedConfiguration/roleArn", principal: "ecs.amazonaws.com" },
  { pattern: "deploymentConfiguration/lifecycleHooks/*/roleArn", principal: "ecs.amazonaws.com" },
  { pattern: "volumeConfigurations/*/managedEBSVolume/roleArn", principal: "ecs.amazonaws.com" },
] as const;

/** Roles exist, and ECS may assume them. */
export const roles: Check = async (context) => {
  const wanted = places.flatMap(({ pattern, principal }) =>
    [...byText(valuesAt(context.input, pattern))].map(([role, values]) => ({ role, values, principal })),
  );
  return joined(
    wanted.map(({ role, values, principal }) =>
      checked(values, `the role ${nameOfArn(role)}`, () => checkRole(context, role, values, principal)),
    ),
  );
};

async function checkRole(
  context: VerifyContext,
  role: string,
  values: readonly InputValue[],
  principal: string,
): Promise<readonly AccountFinding[]> {
  const name = nameOfArn(role);
  const owner = role.split(":")[4] ?? context.account;
  if (owner !== context.account)
    return atEach(
      values,
      "account-role",
      `The role ${name} belongs to account ${owner}. A role can be handed to ECS only in its own account, and this one is ${context.account}.`,
    );
  const { GetRoleCommand, IAMClient } = await import("@aws-sdk/client-iam");
  const client = context.clients.of(IAMClient, "IAM");
  const input = { RoleName: name };
  const found = await context.calls
    .read(
      "GetRole",
      input,
      (abortSignal) => client.send(new GetRoleCommand(input), { abortSignal }),
      context.signal,
    )
    .catch((error: unknown) => {
      if (error instanceof Error && /^NoSuchEntity/.test(error.name)) return undefined;
      throw error;
    });
  if (!found)
    return atEach(
      values,
      "account-role",
      `Account ${context.account} has no role ${name}.`,
      principal === "ecs-tasks.amazonaws.com" ? await proposals(context, "role", role) : [],
    );
  if (mayBeAssumedBy(decodeURIComponent(found.Role?.AssumeRolePolicyDocument ?? ""), principal)) return [];
  return atEach(
    values,
    "account-role",
    `ECS may not assume the role ${name}: its trust policy does not let ${principal} do sts:AssumeRole.`,
  );
}
