import type { Hover, Position } from "vscode-languageserver-types";
import type { EcsDocument } from "../ecsDocument.ts";
import type { JsonNode } from "../jsonNode.ts";
import { schemaAt } from "../schema/ecsSchema.ts";
import { describeProperty } from "./describe.ts";

/** Explains the property under the cursor. */
export function hover(document: EcsDocument, position: Position): Hover | undefined {
  const offset = document.lines.offsetAt(position);
  const node = document.root && memberAt(document.root, offset);
  if (!node || !document.root) return undefined;
  const schema = schemaAt(document.kind, document.shape, node.path.slice(document.root.path.length));
  if (!schema?.description) return undefined;
  const span = node.keySpan && offset <= node.keySpan.offset + node.keySpan.length ? node.keySpan : node;
  return { contents: { kind: "markdown", value: describeProperty(schema) }, range: document.rangeOf(span) };
}

/** The innermost member or element whose name or value is under the offset. */
function memberAt(node: JsonNode, offset: number): JsonNode | undefined {
  const children = node.type === "array" ? node.items : node.members;
  const child = children.find((candidate) => (candidate.keySpan?.offset ?? candidate.offset) <= offset && offset <= candidate.offset + candidate.length);
  if (!child) return undefined;
  return memberAt(child, offset) ?? child;
}
