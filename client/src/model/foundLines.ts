import type { LogLine } from "./findings/evidence.ts";

export interface FoundLine extends LogLine {
  readonly stream: string;
  readonly id: string;
}

/** The lines that a search found, in the order of time. */
export interface FoundLines {
  readonly lines: readonly FoundLine[];
  /**
   * Milliseconds since 1970 up to which the lines are complete, when there were more of them than wanted.
   * Undefined: there are no others.
   */
  readonly cutAt?: number;
}

/** The lines of several searches, as far as those are complete. */
export function merged(all: readonly FoundLines[]): FoundLines {
  const cuts = all.flatMap(({ cutAt }) => cutAt ?? []);
  const lines = all.flatMap((each) => each.lines).sort((a, b) => a.time.getTime() - b.time.getTime());
  if (cuts.length === 0) return { lines };
  const cutAt = Math.min(...cuts);
  return { lines: lines.filter(({ time }) => time.getTime() <= cutAt), cutAt };
}
