import type { JsonNode } from "../../syntax/jsonNode.ts";

/** A call of one of CloudFormation's functions: `{ "Fn::If": […] }`. */
export interface FunctionCall {
  readonly name: string;
  readonly argument: JsonNode;
}

/** The function that a value calls; undefined for a value that is written out. */
export function functionCall(node: JsonNode): FunctionCall | undefined {
  if (node.type !== "object") return undefined;
  const [member, ...others] = node.members;
  if (member && others.length === 0 && isFunction(member.key)) return { name: member.key!, argument: member };
  // A macro or loop beside other members may add anything to them.
  const more = node.members.find(({ key = "" }) => key === "Fn::Transform" || key.startsWith("Fn::ForEach"));
  return more && { name: more.key!, argument: more };
}

function isFunction(name: string | undefined): boolean {
  return name === "Ref" || name === "Condition" || (name?.startsWith("Fn::") ?? false);
}

/** True for `!Ref AWS::NoValue`, which takes the member away. */
export function isNoValue(node: JsonNode): boolean {
  const call = functionCall(node);
  return call?.name === "Ref" && call.argument.raw === "AWS::NoValue";
}

/** The values of which a condition chooses one. */
export function branchesOf({ name, argument }: FunctionCall): readonly JsonNode[] {
  return name === "Fn::If" ? argument.elements.slice(1, 3) : [];
}

/** The text of `Fn::Sub`, whose variables stand in it as `${…}`. */
export function substitutionOf({ name, argument }: FunctionCall): JsonNode | undefined {
  if (name !== "Fn::Sub") return undefined;
  const text = argument.type === "array" ? argument.elements[0] : argument;
  return text?.raw === undefined ? undefined : text;
}

/** True where a text of `Fn::Sub` holds variables; `${!x}` is no variable. */
export function hasVariables(text: string): boolean {
  return /\$\{(?!!)/.test(text);
}

/** The logical id that a value refers to, by `Ref` or as the holder of an attribute. */
export function referredId(node: JsonNode | undefined): string | undefined {
  const call = node && functionCall(node);
  if (!call) return undefined;
  if (call.name === "Ref") return call.argument.raw;
  if (call.name !== "Fn::GetAtt") return undefined;
  return (call.argument.raw ?? call.argument.elements[0]?.raw)?.split(".")[0];
}
