import type { Writer } from "./edit.ts";
import { JsonWriter } from "./json/writer.ts";
import type { ReadText } from "./readText.ts";
import { valueWriter } from "./valueWriter.ts";

/** What makes changes of a text: in JSON of ours all of them, in files of other languages those of plain values. */
export function writerOf(
  isOwnJson: boolean,
  text: string,
  { parsedText, templates, faults }: ReadText,
): Writer {
  return isOwnJson ? new JsonWriter({ text, parsed: parsedText, templates, faults }) : valueWriter;
}
