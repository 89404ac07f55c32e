import type { JsonNode } from "../../syntax/jsonNode.ts";
import { listOf } from "../kit/words.ts";
import type { WrittenSchema } from "./writtenSchema.ts";

/** Texts longer than this are cut in messages. */
const longest = 80;

/** What a message is filled with where it is not the value itself. */
interface Instead {
  readonly value?: string;
  readonly field?: string;
}

/** Fills a message of the schema in. */
export function fillIn(
  message: string,
  node: JsonNode,
  written: WrittenSchema,
  instead: Instead = {},
): string {
  return message.replace(
    /\{(value|field|list|count|type)\}/g,
    (_, name: "value" | "field" | "list" | "count" | "type") => {
      if (name === "value") return instead.value ?? valueText(node);
      if (name === "field") return instead.field ?? fieldOf(node);
      if (name === "list") return listOf(written.enum ?? written.examples ?? []);
      if (name === "type") return node.type;
      return String(countOf(node, written));
    },
  );
}

/** The member that a value belongs to: its own name, or that of the list in which it stands. */
export function fieldOf(node: JsonNode): string {
  return node.writtenKey ?? (node.parent ? fieldOf(node.parent) : "the file");
}

/** A value as it stands, strings without quotes. */
export function valueText(node: JsonNode): string {
  const text = node.raw ?? node.sourceText;
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** What a value is, with an article. */
export function typeText({ type }: JsonNode): string {
  if (type === "array") return "a list";
  if (type === "string") return "a text";
  return type === "object" ? "an object" : `a ${type}`;
}

/** The characters of a text; of an element too many, which one it is, from 1. */
function countOf(node: JsonNode, { maxItems = 0 }: WrittenSchema): number {
  return node.parent?.type === "array" ? maxItems + 1 : [...(node.raw ?? "")].length;
}
