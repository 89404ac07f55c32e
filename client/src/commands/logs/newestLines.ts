import type { FoundLine } from "../../model/foundLines.ts";
import { readLines, type LineSearch, type Streams } from "./logStreams.ts";
import type { LogSubject } from "./logSubject.ts";

/** How long the first piece is that is looked at, and the shortest, in milliseconds. */
const firstPiece = 60_000;
const shortestPiece = 1_000;

export interface Newest {
  readonly lines: readonly FoundLine[];
  /** Whether there are earlier lines in the span. */
  readonly hasEarlier: boolean;
}

/**
 * The newest lines of a span. CloudWatch searches forwards only, so pieces are looked at from the span's end
 * back: longer ones as long as little is found, shorter ones where too much is.
 */
export async function newestLines(
  subject: LogSubject,
  streams: Streams,
  { from, until, ...search }: Required<LineSearch>,
  signal: AbortSignal,
): Promise<Newest> {
  const { most } = search;
  let lines: readonly FoundLine[] = [];
  let end = until;
  let length = firstPiece;
  while (end >= from && lines.length < most) {
    signal.throwIfAborted();
    const begin = Math.max(from, end - length);
    const found = await readLines(subject, streams, { ...search, from: begin, until: end }, signal);
    if ((found.cutAt !== undefined || found.lines.length >= most) && length > shortestPiece) {
      length = Math.max(shortestPiece, Math.floor(length / 8));
      continue;
    }
    lines = [...found.lines, ...lines];
    end = begin - 1;
    length *= 4;
  }
  return { lines: lines.slice(-most), hasEarlier: end >= from || lines.length > most };
}
