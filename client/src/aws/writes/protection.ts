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
  return patterns.find((pattern) => {
    const expression = new RegExp(`^${pattern.split("*").map(escaped).join(".*")}$`, "i");
    return names.some((name) => expression.test(name));
  });
}

const escaped = (text: string): string => text.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&");
