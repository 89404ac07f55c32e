/** A part of a text that has a meaning of its own. */
export interface Token {
  readonly kind: "text" | "comment" | "template" | "other";
  readonly text: string;
  readonly offset: number;
}

const jsonToken =
  /"[^"\\\n\r]*(?:\\[^\n\r][^"\\\n\r]*)*(?:"|\\?(?=[\n\r]|$))|(?<comment>\/\/[^\n\r]*|\/\*[^]*?(?:\*\/|$))|(?<template>\{\{[^]*?\}\}|\{%[^]*?%\}|<%[^]*?%>|%\{[^{}]*\}|\$\{[^{}]*\}|\$\([\w.-]+\)|\(\([\w./:-]+\)\))|(?:[^\s"{}[\],:/$]|\$(?!\{)|(?<!\/)\/(?![/*]))+|[^\s]/g;

/** The same in a template, where a quote in `{{ … }}` does not end the text around it. */
const templateToken = new RegExp(
  `"(?:[^"\\\\\\n\\r{]|\\{\\{[^\\n\\r]*?\\}\\}|\\{|\\\\[^\\n\\r])*(?:"|\\\\?(?=[\\n\\r]|$))|${jsonToken.source}`,
  "g",
);

/** The tokens of JSON with comments and template text, read by other code than the product's. */
export function jsonTokens(text: string, isTemplate = false): readonly Token[] {
  return [...text.matchAll(isTemplate ? templateToken : jsonToken)].map(({ 0: token, index, groups }) => ({
    kind: token.startsWith('"')
      ? "text"
      : groups?.["comment"]
        ? "comment"
        : groups?.["template"]
          ? "template"
          : "other",
    text: token,
    offset: index,
  }));
}

/** Words of template statements: what they do is more than to stand for a value. */
const statement =
  /^\{%|^<%(?!=)|^%\{|^\{\{-?\s*(?:[#/]|if\b|else|end|range\b|with\b|for\b|define\b|template\b|block\b)/;

/**
 * What no edit may lose: comments, template statements, and placeholders that stand for members or elements
 * of their own. Those that stand for a value go with it. Blanks inside do not count.
 */
export function keptParts(name: string, text: string): readonly string[] {
  return /\.ya?ml$/.test(name) ? yamlComments(text) : jsonParts(text);
}

function jsonParts(text: string): readonly string[] {
  const open: string[] = [];
  let before = "";
  return jsonTokens(text).flatMap(({ kind, text: token }) => {
    const isValue = kind === "template" && !statement.test(token) && (before === ":" || open.at(-1) === "[");
    if (token === "{" || token === "[") open.push(token);
    if (token === "}" || token === "]") open.pop();
    if (kind !== "comment") before = token;
    const isKept = kind === "comment" || (kind === "template" && !isValue);
    return isKept ? [token.replaceAll(/\s+/g, " ").trim()] : [];
  });
}

const yamlComment = /"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\n]|'')*'|(?<![^\s])#[^\n]*/g;

/** What no edit of YAML may lose: comments. */
function yamlComments(text: string): readonly string[] {
  return [...text.matchAll(yamlComment)].flatMap(([part]) => (part.startsWith("#") ? [part.trim()] : []));
}

/** The parts of one list that the other lacks, as often as they stand there. */
export function missing(before: readonly string[], after: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const part of after) left.set(part, (left.get(part) ?? 0) + 1);
  return before.filter((part) => {
    const count = left.get(part) ?? 0;
    left.set(part, count - 1);
    return count <= 0;
  });
}
