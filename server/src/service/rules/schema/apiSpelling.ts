import type { JsonNode } from "../../syntax/jsonNode.ts";
import { type Edits, quickFix, renameKey } from "../kit/fix.ts";
import type { CompiledSchema } from "./compiledSchema.ts";
import { generalRules } from "./generalRules.ts";
import type { SchemaReport } from "./schemaCheck.ts";

/** Gives a file in CloudFormation's spelling one hint, instead of one finding for each name. */
export function hintAtSpelling(root: JsonNode, schema: CompiledSchema, report: SchemaReport): void {
  report(
    generalRules.propertyWrongCase.id,
    "hint",
    root.opening,
    "The names in this file are in the spelling of CloudFormation. The ECS API and the AWS CLI start them with a small letter; the file is not checked further.",
    { fixes: [quickFix("Convert the names to the spelling of the API", renamings(root, schema))] },
  );
}

function renamings(node: JsonNode, schema: CompiledSchema): Edits {
  const inItems = schema.items ? node.items.flatMap((item) => renamings(item, schema.items!)) : [];
  const inMembers = node.members.flatMap((member) => {
    const name = schema.nameIgnoringCase(member.key!);
    const expected = name === undefined ? undefined : schema.properties.get(name);
    if (name === undefined || !expected) return [];
    return [...(name === member.key ? [] : renameKey(member, name)), ...renamings(member, expected)];
  });
  return [...inItems, ...inMembers];
}
