import type { EcsDocument } from "../../documents/ecsDocument.ts";
import { indentationOf } from "../indentation.ts";
import type { Cursor } from "./cursor.ts";
import type { Layout } from "../scaffolds/print.ts";

/** How the file is written where the cursor is. */
export function layoutAt({ text, parsedText }: EcsDocument, cursor: Cursor): Layout {
  const lineStart = text.lastIndexOf("\n", cursor.replace.offset - 1) + 1;
  const indentation = indentationOf(text) ?? { insertSpaces: true, tabSize: 2 };
  return {
    isMultiline: spansLines(parsedText, cursor),
    indent: /^[ \t]*/.exec(text.slice(lineStart, cursor.replace.offset))![0],
    unit: indentation.insertSpaces ? " ".repeat(indentation.tabSize) : "\t",
    eol: text.includes("\r\n") ? "\r\n" : "\n",
  };
}

/** True where the object or list around the cursor is on several lines; an empty one goes by the file. */
function spansLines(text: string, { container, isEmpty }: Cursor): boolean {
  if (container === undefined) return true;
  if (isEmpty) return text.includes("\n");
  const firstLine = text.slice(container, text.indexOf("\n", container) + 1 || container);
  return firstLine !== "" && !isClosedIn(firstLine);
}

/** True when the bracket at the start of a line is closed on the same line; strings are skipped. */
function isClosedIn(line: string): boolean {
  let depth = 0;
  for (const [token] of line.matchAll(/"(?:\\.|[^"\\])*"?|[[{\]}]/g)) {
    if (token === "{" || token === "[") depth += 1;
    if (token === "}" || token === "]") depth -= 1;
    if (depth === 0) return true;
  }
  return false;
}
