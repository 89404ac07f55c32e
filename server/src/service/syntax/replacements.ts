import type { Replacement } from "./edit.ts";

/**
 * Puts replacements in the order of the text and joins those that touch. Of insertions at one place the first
 * comes first. Undefined where one would be inside of what another deletes.
 */
export function joined(replacements: readonly Replacement[]): readonly Replacement[] | undefined {
  const result: Replacement[] = [];
  for (const next of replacements.toSorted((a, b) => a.offset - b.offset)) {
    const last = result.at(-1);
    if (!last || last.offset + last.length < next.offset) result.push(next);
    else {
      const both = join(last, next);
      if (!both) return undefined;
      result[result.length - 1] = both;
    }
  }
  return result.filter(({ length, text }) => length > 0 || text !== "");
}

/** Joins two replacements of which the second does not start before the first, and not behind its end. */
function join(first: Replacement, second: Replacement): Replacement | undefined {
  const end = first.offset + first.length;
  const secondEnd = second.offset + second.length;
  const overlap = Math.min(end, secondEnd) - second.offset;
  const bothDelete = first.text === "" && second.text === "";
  if (!bothDelete && (overlap > 0 || isInside(second, first))) return undefined;
  return {
    offset: first.offset,
    length: Math.max(end, secondEnd) - first.offset,
    text: first.text + second.text,
  };
}

/** True for an insertion in the middle of what is replaced. */
function isInside({ offset, length }: Replacement, outer: Replacement): boolean {
  return length === 0 && offset > outer.offset && offset < outer.offset + outer.length;
}
