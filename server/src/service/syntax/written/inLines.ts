import type { Replacement } from "../edit.ts";
import type { JsonNode } from "../jsonNode.ts";
import type { Insertion } from "./brackets.ts";
import type { Dialect } from "./dialect.ts";
import type { TextLines } from "./textLines.ts";

/**
 * Adds entries to an object or list of lines. Undefined where no line ends behind the entry that they follow.
 */
export function insertionInLines(
  { container, anchor, parts }: Insertion,
  lines: TextLines,
  dialect: Dialect,
): readonly Replacement[] | undefined {
  const first = dialect.start(container.elements[0]!);
  const line = lines.eol + lines.indentTo(first);
  if (anchor === "start")
    return [{ offset: first, length: 0, text: parts.map((part) => part + line).join("") }];
  const end = lines.commentEnd(dialect.end(anchor));
  return end === undefined
    ? undefined
    : [{ offset: end, length: 0, text: parts.map((part) => line + part).join("") }];
}

/** Takes entries out of an object or list of lines that keeps others. */
export function removalsInLines(
  container: JsonNode,
  removed: ReadonlySet<JsonNode>,
  lines: TextLines,
  dialect: Dialect,
): readonly Replacement[] {
  const { elements } = container;
  const firstKept = elements.find((each) => !removed.has(each));
  return [...removed].map((entry) => {
    const [start, end] = [dialect.start(entry), dialect.end(entry)];
    // The first entry of an element stands on the line of its mark, which the next one takes.
    if (!lines.isFirstInLine(start) && firstKept) return deletion(start, dialect.start(firstKept));
    const lineEnd = lines.commentEnd(end) ?? end;
    const rest = lines.text.slice(end, lineEnd);
    const isBare = rest.trim() === "";
    return isBare
      ? deletion(lines.lineStart(start), lines.nextLine(lineEnd))
      : deletion(start, end + (rest.length - rest.trimStart().length));
  });
}

function deletion(from: number, to: number): Replacement {
  return { offset: from, length: to - from, text: "" };
}
