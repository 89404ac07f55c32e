import type { FuzzCase } from "./case.ts";
import { type Fault, faultOf } from "./fault.ts";
import type { Property } from "./property.ts";
import { jsonTokens } from "./tokens.ts";

/** Times that a property is tried again on ever smaller texts. */
const mostTries = 1_500;

/** What a property says of a case; undefined where it holds. */
export function faultIn(property: Property, subject: FuzzCase): Fault | undefined {
  try {
    property.check(subject);
    return undefined;
  } catch (error) {
    return faultOf(error, property.name);
  }
}

/**
 * The smallest case found on which a property fails in the same way: without other files, tokens, then
 * characters.
 */
export function minimised(property: Property, subject: FuzzCase, { signature }: Fault): FuzzCase {
  let tries = 0;
  const fails = (smaller: FuzzCase): boolean =>
    tries++ < mostTries && faultIn(property, smaller)?.signature === signature;
  let smallest = subject;
  for (const file of subject.beside) {
    const without = { ...smallest, beside: smallest.beside.filter((other) => other !== file) };
    if (fails(without)) smallest = without;
  }
  // What is drawn by lot depends on the text, so that some other draw may fit a smaller one.
  const orAnotherDraw = (text: string): FuzzCase | undefined =>
    [smallest.seed, 1, 2, 3].map((seed) => ({ ...smallest, text, seed })).find(fails);
  const pieces = [partsOf, (text: string) => [...text]];
  for (const split of pieces) smallest = shrunk(smallest, split, (text) => orAnotherDraw(text));
  return smallest;
}

/** Tokens with the blanks before them. */
function partsOf(text: string): readonly string[] {
  const starts = jsonTokens(text).map(({ offset, text: token }) => offset + token.length);
  return [0, ...starts].map((start, index) => text.slice(start, starts[index] ?? text.length));
}

/** Leaves out ever smaller stretches of the parts, as long as that fails. */
function shrunk(
  subject: FuzzCase,
  split: (text: string) => readonly string[],
  failing: (text: string) => FuzzCase | undefined,
): FuzzCase {
  let smallest = subject;
  let parts = split(subject.text);
  for (let size = Math.ceil(parts.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < parts.length; ) {
      const rest = parts.toSpliced(start, size);
      const found = failing(rest.join(""));
      if (found) {
        smallest = found;
        parts = rest;
      } else start += size;
    }
  }
  return smallest;
}
