import { regions } from "../../../../shared/src/regions.ts";
import type { Name, NameKind } from "../../model/resource.ts";

/**
 * Patterns of names, with `*` for any characters: of a profile, an account (number or alias), a region, a
 * cluster, a service, a family. `cluster:live` means names of clusters only, and so on.
 */
export interface ProtectionRules {
  /** Where nothing is written at all. */
  readonly readOnly: readonly string[];
  /** Where the user types the name of what is written to. */
  readonly protected: readonly string[];
  /**
   * Whether the workspace is not trusted: nothing is written from it, as its files and settings may be
   * anyone's.
   */
  readonly isRestricted?: boolean;
}

/** Nothing was written, because the user's settings or the workspace's trust forbid it. */
export class ReadOnlyError extends Error {
  override readonly name = "ReadOnlyError";
}

/** The kinds that a pattern can begin with. */
const kinds: readonly NameKind[] = ["account", "cluster", "family", "profile", "region", "service"];

interface Pattern {
  /** Absent: of any kind. */
  readonly kind: NameKind | undefined;
  readonly text: string;
}

function patternOf(text: string): Pattern {
  const kind = kinds.find((each) => text.startsWith(`${each}:`));
  return { kind, text: kind === undefined ? text : text.slice(kind.length + 1) };
}

/** The first pattern that one of the names matches as a whole; letters' case does not count. */
export function matchingPattern(patterns: readonly string[], names: readonly Name[]): string | undefined {
  return patterns.find((pattern) => {
    const { kind, text } = patternOf(pattern);
    return names.some((each) => (kind === undefined || kind === each.kind) && matches(text, each.name));
  });
}

/**
 * Looks for the parts between the stars from left to right, so that the time does not grow with the number of
 * stars.
 */
function matches(pattern: string, name: string): boolean {
  const text = name.toLowerCase();
  const [first = "", ...parts] = pattern.toLowerCase().split("*");
  const last = parts.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let end = first.length;
  for (const part of parts) {
    const at = text.indexOf(part, end);
    if (at < 0) return false;
    end = at + part.length;
  }
  return text.length - last.length >= end && text.endsWith(last);
}

/** What an alias has: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccountAlias.html */
const aliasPattern = /^[a-z0-9*-]+$/i;

/**
 * The first pattern that an alias may match which nobody knows. A whole number of an account and a whole name
 * of a region mean these.
 */
export function patternOfAlias(patterns: readonly string[]): string | undefined {
  return patterns.find((pattern) => {
    const { kind, text } = patternOf(pattern);
    if (kind !== undefined && kind !== "account") return false;
    const isOther = /^\d{12}$/.test(text) || regions.some(({ id }) => id === text.toLowerCase());
    return aliasPattern.test(text) && !isOther;
  });
}
