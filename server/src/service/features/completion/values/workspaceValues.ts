import type { Definition } from "../../../documents/ecsDocument.ts";
import type { JsonNode } from "../../../syntax/jsonNode.ts";
import type { CursorSite, ValueProvider } from "../cursorSite.ts";
import { nameOf, type Suggestion } from "../suggestion.ts";

/** Places whose values name what exists in an account, so that other files of the workspace name the same. */
const paths = [
  "cluster",
  "executionRoleArn",
  "taskRoleArn",
  "containerDefinitions/*/secrets/*/valueFrom",
  "containerDefinitions/*/logConfiguration/secretOptions/*/valueFrom",
  "containerDefinitions/*/repositoryCredentials/credentialsParameter",
  "containerDefinitions/*/environmentFiles/*/value",
  "volumes/*/efsVolumeConfiguration/fileSystemId",
  "networkConfiguration/awsvpcConfiguration/subnets/*",
  "networkConfiguration/awsvpcConfiguration/securityGroups/*",
  "loadBalancers/*/targetGroupArn",
  "loadBalancers/*/loadBalancerName",
  "serviceRegistries/*/registryArn",
  "serviceConnectConfiguration/namespace",
  "deploymentConfiguration/alarms/alarmNames/*",
];

/**
 * The values that definitions of the same kind have at the same place, without those that the list has
 * already.
 */
export const workspaceValues: readonly ValueProvider[] = paths.map((path) => ({
  path,
  suggest: (site) => usedAt(site, path.split("/")),
}));

function usedAt(site: CursorSite, steps: readonly string[]): Suggestion[] {
  const { workspace, definition, cursor } = site;
  const others = workspace.definitions.filter(
    ({ kind, document }) => kind === definition.kind && document.uri !== definition.document.uri,
  );
  const taken = new Set(
    steps.at(-1) === "*" ? site.enclosing(1)?.items.map(({ string }) => string) : [cursor.typed],
  );
  const found = [definition, ...others].flatMap((each) => valuesIn(each, steps));
  return [...new Set(found)]
    .filter((value) => !taken.has(value))
    .sort()
    .map((value) => nameOf(value, "used in this workspace"));
}

function valuesIn({ root, shape }: Definition, steps: readonly string[]): string[] {
  const rest = shape === "container-list" ? steps.slice(1) : steps;
  return nodesAt(root ? [root] : [], rest).flatMap(({ string }) => string || []);
}

function nodesAt(nodes: readonly JsonNode[], steps: readonly string[]): readonly JsonNode[] {
  return steps.reduce<readonly JsonNode[]>(
    (found, step) =>
      step === "*" ? found.flatMap(({ items }) => items) : found.flatMap((node) => node.get(step) ?? []),
    nodes,
  );
}
