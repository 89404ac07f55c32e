/** Patterns of names, with `*` for any characters: of a profile, an account (number or alias), a region, a cluster, a service, a family. */
export interface ProtectionRules {
  /** Where nothing is written at all. */
  readonly readOnly: readonly string[];
  /** Where the person types the name of what is written to. */
  readonly protected: readonly string[];
  /** Whether the workspace is not trusted: nothing is written from it, as its files and settings may be anyone's. */
  readonly isRestricted?: boolean;
}

/** Nothing was written, because the person's settings or the workspace's trust forbid it. */
export class ReadOnlyError extends Error {
  override readonly name = "ReadOnlyError";
}

/** The first pattern that one of the names matches as a whole; letters' case does not count. */
export function matchingPattern(patterns: readonly string[], names: readonly string[]): string | undefined {
  return patterns.find((pattern) => names.some((name) => matches(pattern.toLowerCase(), name.toLowerCase())));
}

/** Looks for the parts between the asterisks one after the other: each where it stands first, the last one at the end. */
function matches(pattern: string, name: string): boolean {
  const [first = "", ...others] = pattern.split("*");
  const last = others.pop();
  if (last === undefined) return name === first;
  if (!name.startsWith(first)) return false;
  let position = first.length;
  for (const part of others) {
    const found = name.indexOf(part, position);
    if (found < 0) return false;
    position = found + part.length;
  }
  return name.length - last.length >= position && name.endsWith(last);
}
