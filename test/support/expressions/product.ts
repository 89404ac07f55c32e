import type { Attack } from "./attacks.ts";
import {
  type BuiltExpression,
  expressionsOf,
  expressionsOfSchemas,
  type WrittenExpression,
} from "./collect.ts";

/** The regular expressions of the product and of its schemas, each once. */
export function productExpressions(): readonly WrittenExpression[] {
  const all = [...ofSources().written, ...expressionsOfSchemas()];
  return [...new Map(all.map((expression) => [expression.literal, expression])).values()];
}

/** The places where a pattern is put together. */
export function builtExpressions(): readonly BuiltExpression[] {
  return ofSources().built;
}

function ofSources(): ReturnType<typeof expressionsOf> {
  return expressionsOf("{shared,server,client,simulator}/src/**/*.ts");
}

/** The expression of a literal. */
export function expressionOf(literal: string): RegExp {
  const end = literal.lastIndexOf("/");
  return new RegExp(literal.slice(1, end), literal.slice(end + 1));
}

/** For each expression the inputs that it finds hardest, in the order start, repeated, end. */
export type KnownExpressions = Readonly<Record<string, readonly (readonly [string, string, string])[]>>;

export function knownAttacks(known: KnownExpressions, literal: string): readonly Attack[] {
  return (known[literal] ?? []).map(([start, repeated, end]) => ({ start, repeated, end }));
}
