import type { Replacement, TreeEdit, Writer } from "./edit.ts";
import type { JsonNode } from "./jsonNode.ts";
import { isPlaceholder } from "./placeholders.ts";

/**
 * Replaces plain values on one line by others, in files of languages in which nothing else is changed. Refuses every
 * other change, and fixes that need one.
 */
export const valueWriter: Writer = {
  write(edits) {
    const written = edits.map(replacementOf);
    const replacements = written.filter((each) => each !== undefined);
    const isWhole = edits.length > 0 && replacements.length === edits.length;
    return isWhole ? replacements.sort((a, b) => a.offset - b.offset) : undefined;
  },
};

function replacementOf(edit: TreeEdit): Replacement | undefined {
  if (edit.kind !== "replace") return undefined;
  const { node, value } = edit;
  const { offset, length, sourceText } = node;
  if (!isPlain(node) || !/^[^\n\r|>&*!<]+$/.test(sourceText)) return undefined;
  if (typeof value === "number" || typeof value === "boolean") return { offset, length, text: String(value) };
  // What is a placeholder in one language is an expression in another.
  if (typeof value !== "string" || isPlaceholder(value) || /[\n\r]/.test(value)) return undefined;
  return { offset, length, text: quotedLike(node, value) };
}

function isPlain(node: JsonNode): boolean {
  return (node.type === "string" || node.type === "number" || node.type === "boolean") && !node.isDynamic;
}

/** A text with the quotes that the value has; without, where it has none and needs none. */
function quotedLike({ sourceText, source }: JsonNode, text: string): string {
  if (source.syntax !== "yaml") return JSON.stringify(text);
  if (sourceText.startsWith("'")) return `'${text.replaceAll("'", "''")}'`;
  const needsNone =
    /^[A-Za-z][\w./@-]*$/.test(text) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text);
  return needsNone && !sourceText.startsWith('"') ? text : JSON.stringify(text);
}
