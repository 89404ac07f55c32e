import type { RuleFacts } from "../rule.ts";

/**
 * The rules that are the same for every member: that it can be read, what type it has, which values, whether
 * it exists.
 */
export const generalRules = {
  jsonSyntax: {
    id: "json-syntax",
    summary: "The file must be JSON once its placeholders are filled in; comments are allowed.",
    severity: "error",
    fix: "insert or remove a comma",
  },
  suppressionUnused: {
    id: "suppression-unused",
    summary: "A comment that suppresses a rule stands where that rule reports something.",
    severity: "warning",
    fix: "remove the comment",
  },
  wrongTypeInteger: {
    id: "wrong-type-integer",
    summary: "Numbers are written without quotes, and most of them are whole.",
    severity: "error",
    fix: "take the quotes away",
  },
  wrongTypeStringValue: {
    id: "wrong-type-string-value",
    summary: "Strings, such as values of variables, options, labels and tags, are written in quotes.",
    severity: "error",
    fix: "put the value in quotes",
  },
  wrongTypeBoolean: {
    id: "wrong-type-boolean",
    summary: "Switches are true or false without quotes.",
    severity: "error",
    fix: "take the quotes away",
  },
  wrongTypeStringList: {
    id: "wrong-type-string-list",
    summary:
      "Lists of strings, such as command, take nothing but strings, and are lists even with one element.",
    severity: "error",
    fix: "wrap the value in a list, or put the element in quotes",
  },
  wrongTypeList: {
    id: "wrong-type-list",
    summary: "Members with several entries, such as portMappings, are lists even with one entry.",
    severity: "error",
    fix: "wrap the object in a list",
  },
  wrongTypeObject: {
    id: "wrong-type-object",
    summary: "Members with members of their own, such as logConfiguration, are objects.",
    severity: "error",
  },
  enumValue: {
    id: "enum-value",
    summary: "Members with a closed list of values take no other, and the case matters.",
    severity: "error",
    fix: "use the value that is most alike",
  },
  unknownProperty: {
    id: "unknown-property",
    summary: "ECS knows no member of this name here; the AWS CLI and boto3 refuse the file.",
    severity: "warning",
    fix: "rename it to the name that is most alike, or remove it",
  },
  propertyWrongCase: {
    id: "property-wrong-case",
    summary: "Names of members are case-sensitive.",
    severity: "warning",
    fix: "write the name as ECS does",
  },
  nullValue: {
    id: "null-value",
    summary: "The AWS CLI refuses null: what is not set is left out.",
    severity: "warning",
    fix: "remove the member, or all that are null",
  },
} as const satisfies Readonly<Record<string, RuleFacts>>;
