import { hidden, masked } from "./masked.ts";

/**
 * Two forms as the texts of a diff: secrets are hidden, and where one differs from that on the left, the
 * right says so.
 */
export function sideBySide(left: object, right: object): { readonly left: string; readonly right: string } {
  const secrets = new Map<string, string>();
  const before = masked(left, {
    hide: (path, value) => {
      secrets.set(path, value);
      return hidden;
    },
  });
  const after = masked(right, {
    hide: (path, value) =>
      secrets.has(path) && secrets.get(path) !== value ? `${hidden} (another value)` : hidden,
  });
  return { left: text(before), right: text(after) };
}

/** A form with its secrets hidden. */
export function maskedText(value: object): string {
  return text(masked(value));
}

const text = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
