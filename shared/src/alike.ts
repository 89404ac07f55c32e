/** The choices that are looked at. AWS gives names to far fewer things of one kind in one definition. */
const mostChoices = 200;

/** The text of a list that is most alike, within two edits and ignoring case; undefined when none is. */
export function mostAlike(text: string, choices: readonly string[]): string | undefined {
  const ranked = choices
    .slice(0, mostChoices)
    .map((choice) => ({ choice, edits: editsWithin(text, choice) }))
    .filter(({ edits }) => edits !== undefined)
    .sort((a, b) => a.edits! - b.edits!);
  return ranked[0]?.choice;
}

/**
 * The texts of a list that are alike, best first: those within two edits, then those that share at least a
 * third of their pairs of letters, as long names with another ending do.
 */
export function alike(text: string, choices: readonly string[], count: number): readonly string[] {
  const wanted = pairsOf(text);
  return choices
    .map((choice) => ({ choice, likeness: likenessOf(text, wanted, choice) }))
    .filter(({ likeness }) => likeness > 1 / 3)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, count)
    .map(({ choice }) => choice);
}

/** From 0 for nothing in common to 2 for equal texts; what is within two edits has more than 1. */
function likenessOf(text: string, wanted: ReadonlySet<string>, choice: string): number {
  const edits = editsWithin(text, choice);
  const pairs = pairsOf(choice);
  const shared = [...wanted].filter((pair) => pairs.has(pair)).length;
  const share = (2 * shared) / Math.max(1, wanted.size + pairs.size);
  return edits === undefined ? Math.min(1, share) : 2 - edits / 4 + share / 100;
}

function pairsOf(text: string): ReadonlySet<string> {
  const lower = text.toLowerCase();
  return new Set(
    Array.from({ length: Math.max(0, lower.length - 1) }, (_, index) => lower.slice(index, index + 2)),
  );
}

/**
 * The edits between two texts, ignoring case; undefined where there are more than two, or more than half the
 * letters.
 */
function editsWithin(text: string, choice: string): number | undefined {
  const most = Math.min(2, Math.floor(text.length / 2));
  if (Math.abs(text.length - choice.length) > most) return undefined;
  const edits = editDistance(text.toLowerCase(), choice.toLowerCase());
  return edits <= most ? edits : undefined;
}

/** Levenshtein distance: insertions, deletions and replacements of one character. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(previous[j]! + 1, row[j - 1]! + 1, replaced));
    }
    previous = row;
  }
  return previous[b.length]!;
}
