import type { InputPath } from "./accountFinding.ts";

/** A text in an input, and where it stands. */
export interface InputValue {
  readonly path: InputPath;
  readonly value: string;
}

/**
 * The texts at a pattern such as `containerDefinitions/*\/image`, where `*` is every entry of a list; empty
 * ones are left out.
 */
export function valuesAt(input: unknown, pattern: string): readonly InputValue[] {
  return nodesAt(input, pattern.split("/"), []).flatMap(({ path, value }) =>
    typeof value === "string" && value !== "" ? [{ path, value }] : [],
  );
}

interface Node {
  readonly path: InputPath;
  readonly value: unknown;
}

function nodesAt(value: unknown, [name, ...rest]: readonly string[], path: InputPath): readonly Node[] {
  if (name === undefined) return [{ path, value }];
  if (name === "*")
    return Array.isArray(value)
      ? value.flatMap((item: unknown, index) => nodesAt(item, rest, [...path, index]))
      : [];
  if (typeof value !== "object" || value === null) return [];
  return nodesAt((value as Readonly<Record<string, unknown>>)[name], rest, [...path, name]);
}

/** The places of each text, so that the account is asked about each only once. */
export function byText(
  values: readonly InputValue[],
  textOf: (value: string) => string = (value) => value,
): ReadonlyMap<string, readonly InputValue[]> {
  const groups = new Map<string, InputValue[]>();
  for (const each of values)
    groups.set(textOf(each.value), [...(groups.get(textOf(each.value)) ?? []), each]);
  return groups;
}
