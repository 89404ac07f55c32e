import type { EcsDocument } from "../../ecsDocument.ts";
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
  const before = text.slice(0, container);
  return text.slice(before.length).includes("\n") && /\n/.test(text.slice(container, endOf(text, container)));
}

/** The offset of the bracket that closes the one at an offset; strings are skipped. */
function endOf(text: string, open: number): number {
  const token = /"(?:\\.|[^"\\\n])*"?|[[{]|[\]}]/g;
  token.lastIndex = open;
  let depth = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    if (match[0] === "{" || match[0] === "[") depth += 1;
    if (match[0] === "}" || match[0] === "]") depth -= 1;
    if (depth === 0) return match.index;
  }
  return text.length;
}
