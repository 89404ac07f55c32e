import { CompletionItemKind } from "vscode-languageserver-types";
import type { EcsDocument } from "../../ecsDocument.ts";
import type { JsonNode } from "../../jsonNode.ts";
import { type Schema, schemaAt } from "../../schema/ecsSchema.ts";
import { describeProperty } from "../describe.ts";
import type { Suggestion } from "./complete.ts";
import type { Cursor } from "./cursor.ts";

/** The members that the object at the cursor may have and has not yet; required ones first, deprecated ones last. */
export function propertyCompletions(document: EcsDocument, cursor: Cursor): Suggestion[] {
  const { kind, shape, root } = document;
  const schema = schemaAt(kind, shape, cursor.path);
  const present = new Set(nodeAt(root, cursor.path)?.members.map((member) => member.key));
  return Object.keys(schema?.properties ?? {})
    .filter((name) => !present.has(name) || name === cursor.typed)
    .map((name) => ({ name, property: schemaAt(kind, shape, [...cursor.path, name])!, isRequired: schema!.required?.includes(name) ?? false }))
    .sort((a, b) => rank(a) - rank(b))
    .map(({ name, property, isRequired }) => ({
      label: name,
      insert: `${JSON.stringify(name)}: ${valueStub(property)}`,
      isSnippet: true,
      kind: CompletionItemKind.Property,
      ...(isRequired && { detail: "required" }),
      documentation: describeProperty(property),
      isDeprecated: property["x-deprecated"] !== undefined,
    }));
}

function rank({ property, isRequired }: { property: Schema; isRequired: boolean }): number {
  if (property["x-deprecated"]) return 2;
  return isRequired ? 0 : 1;
}

/** What to put as value, with the cursor where the person goes on typing. */
function valueStub(schema: Schema): string {
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case "object":
      return "{$0}";
    case "array":
      return "[$0]";
    case "string":
      return '"$0"';
    case "boolean":
      return "${1|true,false|}";
    default:
      return "$0";
  }
}

/** The node at the end of a path, as far as the broken text has it. */
export function nodeAt(root: JsonNode | undefined, path: readonly (string | number)[]): JsonNode | undefined {
  return path.reduce<JsonNode | undefined>((node, step) => (typeof step === "number" ? node?.items[step] : node?.get(step)), root);
}
