import type { FoundLine } from "../../model/foundLines.ts";
import type { Streams } from "./logStreams.ts";

/**
 * A line as it is shown: `12:00:05.123 7f2c1a9e api text`, with the date before it if wanted; the label only
 * where there are several streams. What follows its first line, as in a stack trace, is indented, so that an
 * editor can fold it.
 */
export function lineText(
  { time, stream, text }: FoundLine,
  { labels, dated }: Pick<Streams, "labels"> & { readonly dated?: boolean },
): string {
  const label = labels.size > 1 ? ` ${labels.get(stream) ?? stream}` : "";
  const date = dated ? `${dayOf(time)} ` : "";
  return `${date}${time.toISOString().slice(11, 23)}${label}  ${text.replaceAll(/\r\n?|\n/g, "\n    ")}`;
}

/** The day of a moment in UTC: `2026-03-01`. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
