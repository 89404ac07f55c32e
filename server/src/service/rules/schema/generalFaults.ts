import type { JsonNode } from "../../syntax/jsonNode.ts";
import type { Spelling } from "../../syntax/spelling.ts";
import { type Fix, quickFix, remove, renameKey, replaceValue, safeFix, wrapInList } from "../kit/fix.ts";
import type { RuleFacts } from "../rule.ts";
import { mostAlike } from "../../../../../shared/src/alike.ts";
import { listOf } from "../kit/words.ts";
import type { CompiledSchema } from "./compiledSchema.ts";
import { generalRules } from "./generalRules.ts";
import { quote } from "./recipes.ts";
import { fieldOf, typeText, valueText } from "./wording.ts";

/** A fault for which the schema names no rule of its own. */
export interface GeneralFault {
  readonly rule: RuleFacts;
  readonly message: string;
  readonly fixes: readonly Fix[];
}

/** A value that is not of the type that the schema wants. */
export function wrongType(node: JsonNode, schema: CompiledSchema): GeneralFault {
  switch (schema.type) {
    case "integer":
    case "number":
      return wrongNumber(node, schema);
    case "boolean":
      return wrongBoolean(node);
    case "string":
      return node.parent?.type === "array" ? wrongElement(node) : wrongString(node);
    case "array":
      return schema.items?.type === "string" ? notATextList(node) : notAList(node);
    default:
      return {
        rule: generalRules.wrongTypeObject,
        message: `${fieldOf(node)} must be an object with members of its own, not ${shown(node)}. Write it as { … }.`,
        fixes: [],
      };
  }
}

function wrongNumber(node: JsonNode, { type }: CompiledSchema): GeneralFault {
  const wanted = type === "integer" ? "a whole number" : "a number";
  const text = node.raw?.trim() ?? "";
  const isNumber =
    type === "integer" ? /^-?(?:0|[1-9]\d*)$/.test(text) : /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text);
  const advice = isNumber
    ? "Take the quotes away"
    : node.type === "number"
      ? "Round it"
      : "Write the digits without quotes";
  const answer =
    node.type === "string"
      ? ` AWS answers "STRING_VALUE cannot be converted to ${type === "integer" ? "Integer" : "Double"}".`
      : "";
  return {
    rule: generalRules.wrongTypeInteger,
    message: `${fieldOf(node)} must be ${wanted}, not ${shown(node)}.${answer} ${advice}.`,
    fixes: isNumber ? [safeFix(`Write ${text} without quotes`, replaceValue(node, Number(text)))] : [],
  };
}

function wrongBoolean(node: JsonNode): GeneralFault {
  const value = meantBoolean(node);
  return {
    rule: generalRules.wrongTypeBoolean,
    message: `${fieldOf(node)} must be true or false without quotes, not ${shown(node)}; the AWS CLI and boto3 refuse the file.`,
    fixes: value === undefined ? [] : [safeFix(`Write ${value} without quotes`, replaceValue(node, value))],
  };
}

function meantBoolean(node: JsonNode): boolean | undefined {
  const text = node.raw?.trim().toLowerCase() ?? node.sourceText;
  if (text === "true" || text === "1") return true;
  return text === "false" || text === "0" ? false : undefined;
}

function wrongString(node: JsonNode): GeneralFault {
  return {
    rule: generalRules.wrongTypeStringValue,
    message: `${subjectOf(node)} must be a string, and ${isWhat(node)}; AWS refuses it. ${quotingAdvice(node)}.`,
    fixes: isPlain(node) ? [quote(node)] : [],
  };
}

function wrongElement(node: JsonNode): GeneralFault {
  return {
    rule: generalRules.wrongTypeStringList,
    message: `${fieldOf(node)} is a list of strings, and ${isWhat(node)}. ${quotingAdvice(node)}.`,
    fixes: isPlain(node) ? [quote(node)] : [],
  };
}

function isWhat(node: JsonNode): string {
  return `${isPlain(node) ? valueText(node) : "this"} is ${typeText(node)}`;
}

function quotingAdvice(node: JsonNode): string {
  return isPlain(node) ? "Put it in quotes" : "Write it as one text in quotes";
}

/** In a list of names and values, the name says more than the word "value". */
function subjectOf(node: JsonNode): string {
  const name = node.key === "value" ? (node.parent?.get("name") ?? node.parent?.get("key"))?.raw : undefined;
  return name === undefined ? fieldOf(node) : `The value of "${name}"`;
}

function notATextList(node: JsonNode): GeneralFault {
  const words = node.string?.trim().split(/\s+/) ?? [];
  const wrap = quickFix("Wrap it in a list", replaceValue(node, [node.string ?? node.sourceText]));
  const split = quickFix("Split it into a list of words", replaceValue(node, words));
  const isCommand = node.key === "command" || node.key === "entryPoint";
  const hasQuoting = /["'\\`$|&;<>()]/.test(node.string ?? "");
  return {
    rule: generalRules.wrongTypeStringList,
    message: `${fieldOf(node)} is a list of strings, not ${shown(node)}. Wrap the value in [ ]${isCommand ? ", each word as a text of its own" : ""}.`,
    fixes:
      node.type === "object"
        ? []
        : isCommand && words.length > 1
          ? [hasQuoting ? viaShell(node) : split]
          : [wrap],
  };
}

/** A command that only a shell understands. */
function viaShell(node: JsonNode): Fix {
  return quickFix("Run it in a shell", replaceValue(node, ["sh", "-c", node.string ?? ""]));
}

function notAList(node: JsonNode): GeneralFault {
  return {
    rule: generalRules.wrongTypeList,
    message: `${fieldOf(node)} is a list, even with one entry, and this is ${typeText(node)}. Write it as [ … ].`,
    fixes: node.type === "object" ? [quickFix("Wrap it in a list", wrapInList(node))] : [],
  };
}

/** A value outside of a closed list. */
export function notAllowed(node: JsonNode, allowed: readonly (string | number)[]): GeneralFault {
  const values = allowed.map(String);
  const choice = mostAlike(valueText(node), values);
  const isCase = choice !== undefined && choice.toLowerCase() === node.raw?.toLowerCase();
  return {
    rule: generalRules.enumValue,
    message: isCase
      ? `"${node.raw}" must be written "${choice}": ECS compares the values of ${fieldOf(node)} letter by letter.`
      : `"${valueText(node)}" is not a value of ${fieldOf(node)}, so AWS refuses it. Use ${listOf(values)}.`,
    fixes:
      choice === undefined
        ? []
        : [(isCase ? safeFix : quickFix)(`Use "${choice}"`, replaceValue(node, choice))],
  };
}

/** A member whose name differs from one of ECS by case only. */
export function wrongCase(member: JsonNode, right: string, spelling: Spelling): GeneralFault {
  const written = spelling.write(right);
  const isTaken = member.parent?.get(right) !== undefined;
  return {
    rule: generalRules.propertyWrongCase,
    message: `"${member.writtenKey}" must be written "${written}": names are case-sensitive in ECS, and the AWS CLI and boto3 refuse this one.`,
    fixes: isTaken
      ? [quickFix(`Remove "${member.writtenKey}"`, remove(member))]
      : [safeFix(`Rename to "${written}"`, renameKey(member, right))],
  };
}

/** A member that ECS does not know. */
export function unknownMember(
  member: JsonNode,
  owner: string,
  names: Iterable<string>,
  spelling: Spelling,
): GeneralFault {
  const free = [...names].filter((name) => member.parent?.get(name) === undefined);
  const best = mostAlike(member.key!, free);
  const written = best === undefined ? undefined : spelling.write(best);
  const key = member.writtenKey;
  return {
    rule: generalRules.unknownProperty,
    message: `${owner} has no member "${key}"; the AWS CLI and boto3 refuse the file. ${written === undefined ? "Remove it." : `Did you mean "${written}"?`}`,
    fixes: [
      ...(best === undefined ? [] : [quickFix(`Rename to "${written}"`, renameKey(member, best))]),
      quickFix(`Remove "${key}"`, remove(member)),
    ],
  };
}

function isPlain(node: JsonNode): boolean {
  return node.type === "number" || node.type === "boolean";
}

/** A value as a message quotes it. */
function shown(node: JsonNode): string {
  if (node.type === "string") return `the text "${valueText(node)}"`;
  return isPlain(node) ? valueText(node) : typeText(node);
}
