import type { JsonNode, Span } from "../../syntax/jsonNode.ts";
import { type FoundDefinition, guestAbilities } from "../host.ts";
import { resourcePaths } from "./paths.ts";
import { referredTaskDefinition } from "./calls.ts";
import { terraformSpelling } from "./names.ts";
import { type Locals, Translation } from "./translation.ts";
import { writtenEdits } from "./writtenEdits.ts";

/** The resources that hold a definition, and what Terraform gives a value by itself. */
const resourceTypes: Readonly<
  Record<string, { readonly kind: "task-definition" | "service"; readonly supplied: readonly string[] }>
> = {
  aws_ecs_task_definition: { kind: "task-definition", supplied: [] },
  aws_ecs_service: { kind: "service", supplied: ["desiredCount"] },
};

/** True for a file of a module, in HCL or in Terraform's JSON. */
export function isModule(uri: string, file: JsonNode): boolean {
  return file.source.syntax === "hcl" || /\.(?:tf|tofu)\.json$/i.test(uri);
}

/** The ECS definitions of a file of a module. */
export function moduleDefinitions(file: JsonNode): readonly FoundDefinition[] {
  const locals = localsOf(file);
  return file.members
    .filter(({ key }) => key === "resource")
    .flatMap(({ members }) => members)
    .flatMap((type) => type.members.flatMap((resource) => definitionIn(type.key!, resource, locals) ?? []));
}

/** The local values of a file that are written out. */
function localsOf(file: JsonNode): Locals {
  const members = file.members.filter(({ key }) => key === "locals").flatMap((block) => block.members);
  return new Map(members.map((member) => [member.key!, member]));
}

function definitionIn(type: string, resource: JsonNode, locals: Locals): FoundDefinition | undefined {
  const known = Object.hasOwn(resourceTypes, type) ? resourceTypes[type] : undefined;
  if (!known || resource.type !== "object") return undefined;
  const { kind, supplied } = known;
  const root = new Translation(resource, kind, locals).root(nameOf(resource));
  const runs = referredTaskDefinition(resource.get("task_definition"));
  return {
    kind,
    shape: "plain",
    root,
    host: "terraform",
    abilities: guestAbilities,
    spelling: terraformSpelling[kind],
    supplied: new Set(supplied),
    id: `${type}.${resource.key}`,
    ...(runs !== undefined && { runs }),
    written: (edit) => writtenEdits(edit, kind),
    paths: resourcePaths(kind, [type, resource.key!], root),
  };
}

/** The name of a resource, where one points at the whole of it. */
function nameOf({ keySpan, opening }: JsonNode): Span {
  return keySpan ?? opening;
}
