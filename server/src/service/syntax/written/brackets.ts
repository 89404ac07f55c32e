import type { Replacement } from "../edit.ts";
import type { JsonNode } from "../jsonNode.ts";
import type { Dialect } from "./dialect.ts";
import type { TextLines } from "./textLines.ts";

/** Texts that are to become entries of an object or list. */
export interface Insertion {
  readonly container: JsonNode;
  /** The entry behind which they go. */
  readonly anchor: JsonNode | "start";
  readonly parts: readonly string[];
}

/** Adds entries to an object or list in brackets. */
export function insertionInBrackets(
  { container, anchor, parts }: Insertion,
  lines: TextLines,
  dialect: Dialect,
): readonly Replacement[] {
  const first = dialect.start(container.elements[0]!);
  const isMultiline = !lines.isSameLine(container.offset, first);
  const commas = dialect.needsCommas(container);
  const line = lines.eol + lines.indentTo(first);
  const separator = isMultiline ? (commas ? `,${line}` : line) : ", ";
  const text = parts.join(separator);
  if (anchor === "start") return [{ offset: first, length: 0, text: text + separator }];
  const end = dialect.end(anchor);
  const rest = isMultiline ? lines.commaAndComment(end) : undefined;
  if (!rest) return [{ offset: end, length: 0, text: `, ${parts.join(", ")}` }];
  const closing = rest.hasComma ? "," : "";
  const added = { offset: rest.end, length: 0, text: line + text + closing };
  return rest.hasComma || !commas ? [added] : [{ offset: end, length: 0, text: "," }, added];
}

/** Takes entries out of an object or list in brackets, each with a comma. */
export function removalsInBrackets(
  container: JsonNode,
  removed: ReadonlySet<JsonNode>,
  lines: TextLines,
  dialect: Dialect,
): readonly Replacement[] {
  const { elements } = container;
  if (removed.size === elements.length) {
    const { offset, length } = container;
    return [deletion(offset + 1, offset + length - 1)];
  }
  return [...removed].map((entry) => {
    const index = elements.indexOf(entry);
    const [start, end] = [dialect.start(entry), dialect.end(entry)];
    const rest = lines.commaAndComment(end);
    if (lines.isFirstInLine(start) && rest) {
      const isBare = /^[ \t]*,?$/.test(lines.text.slice(end, rest.end));
      return isBare
        ? deletion(lines.lineStart(start), lines.nextLine(rest.end))
        : deletion(start, rest.hasComma ? lines.text.indexOf(",", end) + 1 : end);
    }
    const isFollowed = elements.slice(index + 1).some((each) => !removed.has(each));
    return isFollowed
      ? deletion(start, dialect.start(elements[index + 1]!))
      : deletion(dialect.end(elements[index - 1]!), end);
  });
}

function deletion(from: number, to: number): Replacement {
  return { offset: from, length: to - from, text: "" };
}
