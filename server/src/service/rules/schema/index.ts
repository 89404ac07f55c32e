import type { Kind } from "../../documents/classify.ts";
import { readOnlyMembers } from "../../../../../shared/src/readOnlyMembers.ts";
import type { Definition } from "../../documents/ecsDocument.ts";
import { hostSchemas, schemaRoots } from "../../schema/ecsSchema.ts";
import { hintAtSpelling } from "./apiSpelling.ts";
import { CompiledSchema } from "./compiledSchema.ts";
import { generalRules } from "./generalRules.ts";
import { SchemaCheck, type SchemaReport } from "./schemaCheck.ts";
import type { WrittenSchema } from "./writtenSchema.ts";

const compiled: ReadonlyMap<string, CompiledSchema> = new Map(
  Object.entries(schemaRoots).map(([kind, schema]) => [kind, new CompiledSchema(schema as WrittenSchema)]),
);

/** Members of the root that the schemas do not know and that other rules, or other tools, speak for. */
const tolerated: Readonly<Partial<Record<Kind, ReadonlySet<string>>>> = {
  "task-definition": new Set([
    ...readOnlyMembers.taskDefinition,
    "AWSEBDockerrunVersion",
    "authentication",
    "containerOverrides",
  ]),
  service: new Set(readOnlyMembers.service),
  "daemon-task-definition": new Set([
    ...readOnlyMembers.taskDefinition,
    "daemonTaskDefinitionArn",
    "deleteRequestedAt",
    "registeredAt",
  ]),
};

/**
 * Compares a definition with its schema: types, closed lists, names of members, and what else one value alone
 * can break.
 */
export function checkSchema(definition: Definition, report: SchemaReport): void {
  const { kind, shape, root, host, supplied, spelling } = definition;
  const schema =
    shape === "container-list"
      ? compiled.get("task-definition")?.properties.get("containerDefinitions")
      : compiled.get(kind);
  if (!root || !schema || shape === "skeleton") return;
  // Templates spell the members of the other inputs in their own way, and have members of their own.
  if (host !== "plain" && !hostSchemas[kind]) return;
  if (shape === "pascal-case") return hintAtSpelling(root, schema, report);
  new SchemaCheck(
    { root, supplied, spelling, tolerated: tolerated[kind] ?? new Set() },
    shape === "container-list" || host === "terraform" ? asTerraform(report) : report,
  ).run(schema);
}

/** Terraform, for which bare lists of containers mostly are, converts numbers in quotes where it can. */
function asTerraform(report: SchemaReport): SchemaReport {
  return (id, severity, ...finding) =>
    report(id, id === generalRules.wrongTypeInteger.id ? "information" : severity, ...finding);
}
