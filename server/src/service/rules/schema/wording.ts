import type { JsonNode } from "../../jsonNode.ts";
import { listOf } from "../words.ts";
import type { WrittenSchema } from "./writtenSchema.ts";

/** Texts longer than this are cut in messages. */
const longest = 80;

/** Fills a message of the schema in. */
export function fillIn(message: string, node: JsonNode, written: WrittenSchema, field = fieldOf(node)): string {
  return message.replace(/\{(value|field|list|count|type)\}/g, (_, name: "value" | "field" | "list" | "count" | "type") => {
    if (name === "value") return valueText(node);
    if (name === "field") return field;
    if (name === "list") return listOf(written.enum ?? written.examples ?? []);
    if (name === "type") return typeText(node);
    return String(countOf(node));
  });
}

/** The member that a value belongs to: its own name, or that of the list in which it stands. */
export function fieldOf(node: JsonNode): string {
  return node.key ?? (node.parent ? fieldOf(node.parent) : "the file");
}

/** A value as it stands, strings without quotes. */
export function valueText(node: JsonNode): string {
  const text = node.raw ?? node.sourceText;
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** What a value is, with an article. */
export function typeText(node: JsonNode): string {
  switch (node.type) {
    case "array":
      return "a list";
    case "object":
      return "an object";
    case "string":
      return "a text";
    default:
      return node.type === "null" ? "null" : `a ${node.type}`;
  }
}

/** Characters of a text, elements of a list; for an element too many, those of its list. */
function countOf(node: JsonNode): number {
  if (node.raw !== undefined) return [...node.raw].length;
  return node.type === "array" ? node.items.length : (node.parent?.items.length ?? 0);
}
