import type { Position } from "vscode-languageserver-types";
import type { LookupKind, LookupParams } from "../../protocol.ts";
import { type Definition, definitionAt, type EcsDocument } from "../documents/ecsDocument.ts";
import type { WorkspaceIndex } from "../documents/workspaceIndex.ts";
import { siteAt } from "./completion/complete.ts";
import { patternOf, nodeAt } from "./completion/cursorSite.ts";
import { parseImageReference } from "../../../../shared/src/image.ts";
import { memberAt } from "./hover/hover.ts";

/** Where values of the account may stand, and of which kinds. */
const places: readonly { readonly path: string; readonly kinds: readonly LookupKind[] }[] = [
  { path: "executionRoleArn", kinds: ["role"] },
  { path: "taskRoleArn", kinds: ["role"] },
  { path: "containerDefinitions/*/image", kinds: ["repository", "image-tag"] },
  { path: "containerDefinitions/*/secrets/*/valueFrom", kinds: ["secret", "parameter"] },
  {
    path: "containerDefinitions/*/logConfiguration/secretOptions/*/valueFrom",
    kinds: ["secret", "parameter"],
  },
  { path: "containerDefinitions/*/logConfiguration/options/awslogs-group", kinds: ["log-group"] },
  { path: "volumes/*/efsVolumeConfiguration/fileSystemId", kinds: ["efs-file-system"] },
  { path: "cluster", kinds: ["cluster"] },
  { path: "taskDefinition", kinds: ["task-definition-family", "task-definition-revision"] },
  { path: "service", kinds: ["service"] },
  { path: "networkConfiguration/awsvpcConfiguration/subnets/*", kinds: ["subnet"] },
  { path: "networkConfiguration/awsvpcConfiguration/securityGroups/*", kinds: ["security-group"] },
  { path: "loadBalancers/*/targetGroupArn", kinds: ["target-group"] },
];

/** What a completion at a position wants to know of the account. */
export function lookupsForCompletion(
  document: EcsDocument,
  position: Position,
  workspace: WorkspaceIndex,
): LookupParams[] {
  const site = siteAt(document, position, workspace);
  return site?.cursor.expects === "value" ? lookupsAt(site.definition, site.path, site.cursor.typed) : [];
}

/** What a hover over a value wants to know, and the value; undefined where the account has nothing to say. */
export function lookupsForHover(
  document: EcsDocument,
  position: Position,
): { readonly value: string; readonly lookups: readonly LookupParams[] } | undefined {
  const offset = document.lines.offsetAt(position);
  const definition = definitionAt(document, offset);
  const root = definition?.root;
  const node = root && memberAt(root, offset);
  // An image of this digest may have any tag, or none.
  const value = node?.key === "image" ? node.string?.replace(/@sha256:[0-9a-f]+$/, "") : node?.string;
  if (!node || value === undefined) return undefined;
  // Public images are in no account.
  if (node.key === "image" && !parseImageReference(value).ecr) return undefined;
  const path = node.path.slice(root.path.length);
  const lookups = lookupsAt(
    definition,
    definition.shape === "container-list" ? ["containerDefinitions", ...path] : path,
    value,
  ).filter(({ kind }) => canName(value, kind));
  // That there is a repository or family says nothing of the tag or revision.
  const narrow = lookups.filter(({ kind }) => kind === "image-tag" || kind === "task-definition-revision");
  return lookups.length > 0 ? { value, lookups: narrow.length > 0 ? narrow : lookups } : undefined;
}

/** False for a kind whose names look different: a secret is always named by its ARN. */
function canName(value: string, kind: LookupKind): boolean {
  const isSecret = /^arn:[^:]+:secretsmanager:/.test(value);
  return kind === "secret" ? isSecret : kind !== "parameter" || !isSecret;
}

function lookupsAt(definition: Definition, path: readonly (string | number)[], text: string): LookupParams[] {
  const pattern = patternOf(path);
  const kinds = places.find((site) => site.path === pattern)?.kinds ?? [];
  return kinds.flatMap((kind) => {
    const scope = scopeOf(kind, definition, text);
    const region = regionOf(kind, definition, path, text);
    return scope === undefined
      ? []
      : [{ kind, ...(scope !== "" && { scope }), ...(region !== undefined && { region }) }];
  });
}

/** The region that the file names for what stands at a path, where that need not be the one of the task. */
function regionOf(
  kind: LookupKind,
  { root }: Definition,
  path: readonly (string | number)[],
  text: string,
): string | undefined {
  if (kind === "image-tag") return /\.dkr\.ecr\.([\w-]+)\./.exec(text)?.[1];
  return kind === "log-group" ? nodeAt(root, path.slice(0, -1))?.get("awslogs-region")?.string : undefined;
}

/** What narrows a look-up; undefined where it makes no sense yet. */
function scopeOf(kind: LookupKind, { kind: of, root }: Definition, text: string): string | undefined {
  switch (kind) {
    case "image-tag":
      return /^(\d{12}\.dkr\.ecr\.[^/]+\/[^:@]+):/.exec(text)?.[1];
    case "task-definition-revision":
      return /^([\w-]+):/.exec(text)?.[1];
    case "service":
      return (of === "service" && root?.get("cluster")?.string) || "";
    default:
      return "";
  }
}
