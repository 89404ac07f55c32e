import type { Writer } from "./edit.ts";
import { JsonWriter } from "./json/writer.ts";
import type { ReadText } from "./readText.ts";
import type { SyntaxId } from "./syntax.ts";

/** Refuses every change. */
const refusing: Writer = { write: () => undefined };

/** What makes changes of a text in its syntax. */
export function writerOf(
  syntax: SyntaxId,
  text: string,
  { parsedText, templates, faults }: ReadText,
): Writer {
  return syntax === "json" ? new JsonWriter({ text, parsed: parsedText, templates, faults }) : refusing;
}
