import type { Span } from "./jsonNode.ts";

/**
 * How many items of a sorted list, counted from its start, a condition holds for. It holds for none behind
 * the first for which it does not.
 */
export function countWhile<T>(sorted: readonly T[], holds: (item: T) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The span of a sorted list in which an offset is. */
export function spanAt<T extends Span>(sorted: readonly T[], offset: number): T | undefined {
  const next = countWhile(sorted, (span) => span.offset + span.length <= offset);
  return sorted[next] && sorted[next].offset <= offset ? sorted[next] : undefined;
}
