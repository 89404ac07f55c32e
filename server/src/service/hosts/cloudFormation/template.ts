import type { JsonNode } from "../../syntax/jsonNode.ts";
import { type FoundDefinition, guestAbilities } from "../host.ts";
import { templatePaths } from "./paths.ts";
import { referredId } from "./functions.ts";
import { cloudFormationSpelling } from "./names.ts";
import { writtenEdit } from "./writtenEdit.ts";
import { Translation } from "./translation.ts";

/** The resources that hold a definition, and what CloudFormation gives a value by itself. */
const resourceTypes: Readonly<
  Record<string, { readonly kind: FoundDefinition["kind"]; readonly supplied: readonly string[] }>
> = {
  "AWS::ECS::TaskDefinition": { kind: "task-definition", supplied: ["family"] },
  "AWS::ECS::Service": { kind: "service", supplied: ["serviceName", "desiredCount"] },
  "AWS::ECS::TaskSet": { kind: "task-set", supplied: [] },
  "AWS::ECS::ExpressGatewayService": { kind: "express-service", supplied: [] },
};

/** True for a template of CloudFormation or SAM. */
export function isTemplate(file: JsonNode): boolean {
  const resources = file.get("Resources");
  return resources?.members.some((resource) => resource.get("Type")?.raw?.includes("::") ?? false) ?? false;
}

/** The ECS definitions of a template. */
export function templateDefinitions(file: JsonNode): readonly FoundDefinition[] {
  if (hasMacros(file)) return [];
  return (file.get("Resources")?.members ?? []).flatMap((resource) => definitionIn(resource) ?? []);
}

/** Macros of one's own may change everything, those of AWS leave ECS alone. */
function hasMacros(file: JsonNode): boolean {
  const transform = file.get("Transform");
  const macros = transform?.type === "array" ? transform.items : transform ? [transform] : [];
  return macros.some((macro) => !(macro.raw ?? macro.get("Name")?.raw ?? "").startsWith("AWS::"));
}

function definitionIn(resource: JsonNode): FoundDefinition | undefined {
  const type = resourceTypes[resource.get("Type")?.raw ?? ""];
  const properties = resource.get("Properties");
  if (!type || properties?.type !== "object") return undefined;
  const { kind, supplied } = type;
  const runs = referredId(properties.get("TaskDefinition"));
  return {
    kind,
    shape: "plain",
    root: new Translation(properties, kind).root(resource.keySpan!),
    host: "cloudformation",
    abilities: guestAbilities,
    spelling: cloudFormationSpelling,
    supplied: new Set(supplied),
    id: resource.key!,
    ...(runs !== undefined && { runs }),
    written: (edit) => writtenEdit(edit, kind),
    paths: templatePaths(kind, resource.key!),
  };
}
