import type { JsonNode } from "../../syntax/jsonNode.ts";
import { argumentsOf } from "../../syntax/hcl/readHcl.ts";
import { readText } from "../../syntax/readText.ts";

/** The arguments of a call of a function; undefined for a value that calls another one or none. */
export function callOf(node: JsonNode, name: string): readonly JsonNode[] | undefined {
  const [member, ...others] = node.type === "object" ? node.members : [];
  return member && others.length === 0 && member.key === argumentsOf(name) ? member.elements : undefined;
}

/** True for the call of any function. */
export function isCall(node: JsonNode): boolean {
  const [member, ...others] = node.type === "object" ? node.members : [];
  return member !== undefined && others.length === 0 && member.key!.endsWith("()");
}

/** What a conversion between types leaves as it is. */
export function unconverted(node: JsonNode): JsonNode {
  for (const name of [
    "tolist",
    "toset",
    "tostring",
    "tonumber",
    "tobool",
    "tomap",
    "sensitive",
    "nonsensitive",
  ]) {
    const [value] = callOf(node, name) ?? [];
    if (value) return unconverted(value);
  }
  return node;
}

/** The containers of a task definition: what `jsonencode` is given, or the JSON in a heredoc or in quotes. */
export function containersIn(node: JsonNode): JsonNode | undefined {
  const [encoded] = callOf(node, "jsonencode") ?? [];
  if (encoded) return encoded;
  if (node.type !== "string") return undefined;
  return node.sourceText.startsWith("<<") ? jsonIn(node) : quotedJson(node);
}

/**
 * The value of a JSON text in quotes, `"[{\\"name\\": …}]"`, at its place in the file; undefined where it is
 * not JSON, or has texts with escapes. A quote takes the place of the two characters that stand for it.
 */
function quotedJson({ offset, length, source }: JsonNode): JsonNode | undefined {
  const written = source.text.slice(offset + 1, offset + length - 1);
  if (!written.includes('\\"') || /\\[^"nrt]|[$%]\{/.test(written)) return undefined;
  let isInText = false;
  const inside = written.replace(/\\(.)/g, (_, escaped: string) => {
    if (escaped !== '"') return isInText ? "\\\\" : "  ";
    isInText = !isInText;
    return isInText ? ' "' : '" ';
  });
  const before = source.text.slice(0, offset + 1).replace(/[^\n]/g, " ");
  const { roots, errors } = readText("json", before + inside, {});
  return errors.length === 0 ? roots[0] : undefined;
}

/** The value of the JSON text in a heredoc, at its place in the file; undefined where it is not JSON. */
function jsonIn({ offset, length, source }: JsonNode): JsonNode | undefined {
  const start = source.text.indexOf("\n", offset) + 1;
  const end = source.text.lastIndexOf("\n", offset + length - 1);
  const inside = source.text.slice(start, end);
  // Directives add and remove parts of the text.
  if (start > end || inside.includes("%{")) return undefined;
  const before = source.text.slice(0, start).replace(/[^\n]/g, " ");
  const { roots, errors } = readText("json", before + inside, {});
  return errors.length === 0 ? roots[0] : undefined;
}

/** The name of a local value that is all that an expression is: `local.containers`. */
export function localName({ type, sourceText }: JsonNode): string | undefined {
  return type === "dynamic" ? /^local\.([\w-]+)$/.exec(sourceText)?.[1] : undefined;
}

/** The address of the task definition that an expression refers to: `aws_ecs_task_definition.web`. */
export function referredTaskDefinition(node: JsonNode | undefined): string | undefined {
  if (!node?.isDynamic) return undefined;
  const reference =
    /^(?:"\$\{)?\s*(aws_ecs_task_definition\.[\w-]+)(?:\[[^\]]*\])?\.(?:arn|arn_without_revision|family|id)\b/;
  return reference.exec(node.sourceText)?.[1];
}
