/** Of many texts those that are most like one, best first: those that share at least a third of its pairs of letters. */
export function mostAlike(text: string, choices: readonly string[], count: number): readonly string[] {
  const wanted = pairs(text);
  return choices
    .map((choice) => ({ choice, likeness: likeness(wanted, pairs(choice)) }))
    .filter((each) => each.likeness > 1 / 3)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, count)
    .map(({ choice }) => choice);
}

const pairs = (text: string): ReadonlySet<string> =>
  new Set(
    Array.from({ length: Math.max(0, text.length - 1) }, (_, index) =>
      text.slice(index, index + 2).toLowerCase(),
    ),
  );

const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  (2 * [...a].filter((pair) => b.has(pair)).length) / Math.max(1, a.size + b.size);
