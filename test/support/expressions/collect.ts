import { globSync, readFileSync } from "node:fs";
import ts from "typescript";
import { readSchema, schemaNames } from "../schemaFiles.ts";

/** A regular expression of the product, and the first place where it is written. */
export interface WrittenExpression {
  /** As a literal: `/^a+$/i`. */
  readonly literal: string;
  readonly place: string;
}

/** A call of `RegExp`, whose pattern is only known when it runs. */
export interface BuiltExpression {
  /** The call as it is written, blanks made one. */
  readonly call: string;
  readonly place: string;
}

export interface Expressions {
  readonly written: readonly WrittenExpression[];
  readonly built: readonly BuiltExpression[];
}

/** The regular expressions of some sources, each once. */
export function expressionsOf(glob: string): Expressions {
  const written = new Map<string, WrittenExpression>();
  const built: BuiltExpression[] = [];
  for (const file of globSync(glob).sort()) {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      const place = (): string =>
        `${file}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
      if (ts.isRegularExpressionLiteral(node) && !written.has(node.text))
        written.set(node.text, { literal: node.text, place: place() });
      if (isCallOfRegExp(node))
        built.push({ call: node.getText(source).replaceAll(/\s+/g, " "), place: place() });
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { written: [...written.values()], built };
}

/** `new RegExp(…)` and `RegExp(…)`; and `RegExp` as a value, which could hide such a call. */
function isCallOfRegExp(node: ts.Node): boolean {
  if (ts.isNewExpression(node) || ts.isCallExpression(node)) return isNamedRegExp(node.expression);
  if (!isNamedRegExp(node) || ts.isTypeReferenceNode(node.parent)) return false;
  const isCallee =
    (ts.isNewExpression(node.parent) || ts.isCallExpression(node.parent)) && node.parent.expression === node;
  const isTest =
    ts.isBinaryExpression(node.parent) && node.parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword;
  return !isCallee && !isTest;
}

function isNamedRegExp(node: ts.Node): boolean {
  return ts.isIdentifier(node) && node.text === "RegExp";
}

/**
 * The patterns of the schemas, which the service and JSON language services test with the flag `u`, and those
 * that quick fixes replace.
 */
export function expressionsOfSchemas(): readonly WrittenExpression[] {
  return schemaNames.flatMap((name) =>
    patternsIn(readSchema(name)).map((pattern) => ({
      literal: String(new RegExp(pattern, "u")),
      place: `schemas/${name}`,
    })),
  );
}

function patternsIn(part: unknown): readonly string[] {
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) => {
    if (key === "pattern" && typeof value === "string") return [value];
    if (key === "patternProperties") return [...Object.keys(value as object), ...patternsIn(value)];
    if (key === "replace")
      return (value as readonly (readonly [string, string])[]).map(([pattern]) => pattern);
    return patternsIn(value);
  });
}
