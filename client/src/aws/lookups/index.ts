import type { LookupKind, LookupParams, LookupResult } from "../../../../server/src/protocol.ts";
import { describeFailure } from "../../model/failure.ts";
import type { LookupContext, Lookup } from "./lookup.ts";
import { clusters, families, revisions, services } from "./ecs.ts";
import { imageTags, repositories } from "./images.ts";
import { logGroups, parameters, roles, secrets } from "./names.ts";
import { fileSystems, securityGroups, subnets, targetGroups } from "./network.ts";

const lookups: Readonly<Record<LookupKind, Lookup>> = {
  cluster: clusters,
  "efs-file-system": fileSystems,
  "image-tag": imageTags,
  "log-group": logGroups,
  parameter: parameters,
  repository: repositories,
  role: roles,
  secret: secrets,
  "security-group": securityGroups,
  service: services,
  subnet: subnets,
  "target-group": targetGroups,
  "task-definition-family": families,
  "task-definition-revision": revisions,
};

/**
 * What the account has of a kind. A call that fails is an answer too: nothing is offered, and the reason is
 * given.
 */
export async function lookUp(params: LookupParams, context: LookupContext): Promise<LookupResult> {
  try {
    return { available: true, ...(await lookups[params.kind](context, params.scope)) };
  } catch (error) {
    return {
      available: false,
      values: [],
      ...(!context.signal.aborted && { reason: describeFailure(error, "look it up").message }),
    };
  }
}
