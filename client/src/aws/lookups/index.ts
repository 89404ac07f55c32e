import type { LookupKind, LookupParams, LookupResult } from "../../../../server/src/protocol.ts";
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

/** The least that one of the calls gives at once, where there are more. */
const smallestPage = 20;

/** The first page of what is in the account. A refused call is an answer too: it is in the log, and nothing is offered. */
export async function lookUp(params: LookupParams, context: LookupContext): Promise<LookupResult> {
  try {
    const values = await lookups[params.kind](context, params.scope);
    return { available: true, values, hasMore: values.length >= smallestPage };
  } catch {
    return { available: false, values: [] };
  }
}
