import { joinMarkdown, Markdown, md } from "../../../../../shared/src/markdown.ts";
import type { Hover, Position } from "vscode-languageserver-types";
import { definitionAt, type EcsDocument } from "../../documents/ecsDocument.ts";
import type { JsonNode } from "../../syntax/jsonNode.ts";
import { type Schema, schemaAt } from "../../schema/ecsSchema.ts";
import { describeProperty } from "../describe.ts";
import { describeValue } from "./values.ts";

/** Explains the property under the cursor, and its value. */
export function hover(document: EcsDocument, position: Position): Hover | undefined {
  const offset = document.lines.offsetAt(position);
  const definition = definitionAt(document, offset);
  const root = definition?.root;
  const node = root && memberAt(root, offset);
  if (!node) return undefined;
  const { kind, shape } = definition;
  const path = node.path.slice(root.path.length);
  const schema = schemaAt(kind, shape, path);
  // The elements of a list of texts are described where the list is.
  const described =
    schema?.description === undefined && node.parent?.type === "array"
      ? schemaAt(kind, shape, path.slice(0, -1))
      : schema;
  const isOnKey = node.keySpan !== undefined && offset <= node.keySpan.offset + node.keySpan.length;
  const parts = [
    describeValue(definition, node),
    enumMeaning(schema, node),
    described && describeProperty(described),
  ];
  const value = joinMarkdown(parts, "\n\n---\n\n");
  if (value.isEmpty) return undefined;
  return {
    contents: { kind: "markdown", value: value.text },
    range: document.rangeOf(isOnKey ? node.keySpan : node),
  };
}

function enumMeaning(schema: Schema | undefined, node: JsonNode): Markdown | undefined {
  const index = schema?.enum?.findIndex((value) => value === node.string || value === node.number) ?? -1;
  const meaning = schema?.enumDescriptions?.[index];
  return meaning === undefined ? undefined : md`**${node.string ?? node.number}**: ${Markdown.own(meaning)}`;
}

/** The innermost member or element whose name or value is under the offset. */
export function memberAt(node: JsonNode, offset: number): JsonNode | undefined {
  const child = node.elements.find(
    (candidate) =>
      (candidate.keySpan?.offset ?? candidate.offset) <= offset &&
      offset <= candidate.offset + candidate.length,
  );
  if (!child) return undefined;
  return memberAt(child, offset) ?? child;
}
