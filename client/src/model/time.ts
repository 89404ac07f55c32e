/**
 * How long ago a moment was, in words for a row: `just now`, `40 s ago`, `2 min ago`, `3 h ago`, `5 days
 * ago`.
 */
export function ago(moment: Date | undefined, now: number): string {
  if (!moment) return "";
  const milliseconds = now - moment.getTime();
  return milliseconds < 5_000 ? "just now" : `${duration(milliseconds)} ago`;
}

/** A length of time in words, rounded down: `40 s`, `14 min`, `3 h`, `5 days`. */
export function duration(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  if (seconds < 60) return `${Math.max(seconds, 0)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 2 * 86_400) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86_400)} days`;
}

/** The exact time, for a tooltip: `2026-03-01 12:00:05 UTC`. */
export function exactly(moment: Date | undefined): string {
  return moment
    ? moment
        .toISOString()
        .replace("T", " ")
        .replace(/\.\d+Z$/, " UTC")
    : "unknown";
}
