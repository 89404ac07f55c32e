import { type Schema, resolve, schemaRoots } from "../../schema/ecsSchema.ts";
import type { Place } from "./place.ts";

/**
 * What to put as the value of a new member, as a snippet: what it must have, with stops where the person goes on
 * typing. On several lines where the object around it is.
 */
export function valueStub(schema: Schema, place: Place): string {
  const root = schemaRoots[place.document.kind];
  const isMultiline = place.enclosing(0)?.sourceText.includes("\n") ?? true;
  return stub(root ? (resolve(root, schema) ?? schema) : schema, root ?? schema, isMultiline ? { open: "\n\t", close: "\n" } : { open: " ", close: " " });
}

interface Spacing {
  readonly open: string;
  readonly close: string;
}

function stub(schema: Schema, root: Schema, spacing: Spacing): string {
  switch (typeOf(schema)) {
    case "object":
      return `{${spacing.open}${requiredMembers(schema, root)}$0${spacing.close}}`;
    case "array":
      return listStub(schema, root);
    case "string":
      return '"$0"';
    case "boolean":
      return schema.default === true ? "${1|false,true|}" : "${1|true,false|}";
    default:
      return typeof schema.default === "number" ? `\${1:${schema.default}}` : "$0";
  }
}

function listStub(schema: Schema, root: Schema): string {
  const items = resolve(root, schema.items);
  if (items && typeOf(items) === "object") return `[{ ${requiredMembers(items, root)}$0 }]`;
  return items && typeOf(items) === "string" ? '["$0"]' : "[$0]";
}

/** The members that ECS asks for, each with a stop. */
function requiredMembers(schema: Schema, root: Schema): string {
  const members = (schema.required ?? []).map((name, index) => {
    const type = typeOf(resolve(root, schema.properties?.[name]) ?? {});
    const quoted = type === "string" ? `"$${index + 1}"` : type === "boolean" ? `\${${index + 1}|true,false|}` : type === "array" ? `[$${index + 1}]` : `$${index + 1}`;
    return `"${name}": ${quoted}`;
  });
  return members.join(", ");
}

function typeOf(schema: Schema): string | undefined {
  return typeof schema.type === "string" ? schema.type : schema.type?.[0];
}
