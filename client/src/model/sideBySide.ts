import { hidden } from "./apiText.ts";
import { isSecret } from "./secrets.ts";

/** Two forms as the texts of a diff: secrets are hidden, and where one differs from that on the left, the right says so. */
export function sideBySide(left: object, right: object): { readonly left: string; readonly right: string } {
  const secrets = new Map<string, unknown>();
  const before = masked(left, [], (path, value) => {
    secrets.set(path, value);
    return hidden;
  });
  const after = masked(right, [], (path, value) =>
    secrets.has(path) && secrets.get(path) !== value ? `${hidden} (another value)` : hidden,
  );
  return { left: text(before), right: text(after) };
}

/** A form with its secrets hidden. */
export function maskedText(value: object): string {
  return text(masked(value, [], () => hidden));
}

const text = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

function masked(
  value: unknown,
  path: readonly string[],
  hide: (path: string, value: unknown) => string,
): unknown {
  if (typeof value === "string")
    return isSecret(path.at(-1) ?? "", value) && path.at(-2) !== "secrets"
      ? hide(path.join("/"), value)
      : value;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => masked(item, [...path, nameOf(item) ?? String(index)], hide));
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  const owner = nameOf(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      if (name === "value" && owner !== undefined && isSecret(owner, String(member)))
        return [name, hide([...path, name].join("/"), member)];
      return [name, name === "valueFrom" || name === "name" ? member : masked(member, [...path, name], hide)];
    }),
  );
}

function nameOf(item: unknown): string | undefined {
  if (typeof item !== "object" || item === null || !("name" in item)) return undefined;
  return String(item.name);
}
