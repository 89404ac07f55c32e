import type {
  GetRoleResponse,
  ListAccountAliasesResponse,
  ListRolesResponse,
  SimulatePolicyResponse,
} from "@aws-sdk/client-iam";
import { ApiError } from "../protocol/apiError.ts";
import { queryOperation, type Operation } from "../protocol/operation.ts";
import { page } from "../protocol/paging.ts";
import { roleRecord } from "./roles.ts";

const getRole = queryOperation<GetRoleResponse>("GetRole", (account, input) => {
  const name = input.text("RoleName") ?? "";
  const role = account.resources.roles.find((candidate) => candidate.name === name);
  if (!role) throw new ApiError("NoSuchEntity", `The role with name ${name} cannot be found.`, 404);
  return { Role: roleRecord(account, role) };
});

const listRoles = queryOperation<ListRolesResponse>("ListRoles", (account, input) => {
  const request = { maxResults: input.number("MaxItems"), nextToken: input.text("Marker") };
  const { items, nextToken } = page(account.resources.roles, request, { default: 100, most: 1000 });
  return {
    Roles: items.map((role) => roleRecord(account, role)),
    IsTruncated: nextToken !== undefined,
    Marker: nextToken,
  };
});

/** Every action is allowed but those that the scenario denies to the role. */
const simulatePrincipalPolicy = queryOperation<SimulatePolicyResponse>(
  "SimulatePrincipalPolicy",
  ({ resources }, input) => {
    const name = (input.text("PolicySourceArn") ?? "").split("/").at(-1);
    const role = resources.roles.find((candidate) => candidate.name === name);
    if (!role) throw new ApiError("NoSuchEntity", `The role with name ${name} cannot be found.`, 404);
    const decisionOf = (action: string): "allowed" | "implicitDeny" =>
      role.denied?.includes(action) ? "implicitDeny" : "allowed";
    return {
      EvaluationResults: input.texts("ActionNames").map((action) => ({
        EvalActionName: action,
        EvalDecision: decisionOf(action),
        EvalResourceName: "*",
      })),
      IsTruncated: false,
    };
  },
);

const listAccountAliases = queryOperation<ListAccountAliasesResponse>(
  "ListAccountAliases",
  ({ resources }) => ({
    AccountAliases: resources.accountAlias === undefined ? [] : [resources.accountAlias],
    IsTruncated: false,
  }),
);

export const iamOperations: readonly Operation[] = [
  getRole,
  listAccountAliases,
  listRoles,
  simulatePrincipalPolicy,
];
