import assert from "node:assert/strict";
import { parseEcsDocument } from "../../server/src/service/documents/ecsDocument.ts";
import { CompiledSchema } from "../../server/src/service/rules/schema/compiledSchema.ts";
import { SchemaCheck } from "../../server/src/service/rules/schema/schemaCheck.ts";
import { apiSpelling } from "../../server/src/service/syntax/spelling.ts";
import type { KeywordRule, WrittenSchema } from "../../server/src/service/rules/schema/writtenSchema.ts";
import { applyFix } from "../support/applyFix.ts";

/**
 * A finding as `severity id «place» message`, then its fixes as `title -> text`, safe ones with an asterisk.
 */
function check(schema: WrittenSchema, text: string, tolerated: readonly string[] = []): string[] {
  const document = parseEcsDocument("file:///workspace/task-definition.json", text);
  const found: string[] = [];
  new SchemaCheck(
    { root: document.file!, spelling: apiSpelling, supplied: new Set(), tolerated: new Set(tolerated) },
    (id, severity, { offset, length }, message, { fixes = [] }) => {
      found.push(`${severity} ${id} «${text.slice(offset, offset + length)}» ${message}`);
      found.push(...fixes.map((fix) => `${fix.title}${fix.isSafe ? "*" : ""} -> ${applyFix(document, fix)}`));
    },
  ).run(new CompiledSchema(schema));
  return found;
}

/** A schema of an object with one member. */
function one(member: WrittenSchema, more: WrittenSchema = {}): WrittenSchema {
  return { type: "object", additionalProperties: false, properties: { a: member }, ...more };
}

function rule(
  message: string,
  fix?: KeywordRule["fix"],
  severity: KeywordRule["severity"] = "error",
): KeywordRule {
  return { id: "some-rule", severity, message, ...(fix !== undefined && { fix }) };
}

interface Case {
  readonly title: string;
  readonly schema: WrittenSchema;
  /** Texts in which something is found, and what; an empty list for what is right. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
}

const limits = one({
  type: "integer",
  minimum: 5,
  maximum: 9,
  "x-rules": { minimum: rule("{field} {value}", "bound"), maximum: rule("{field} {value}", "bound") },
});
const lengths = one({
  type: "string",
  minLength: 2,
  maxLength: 3,
  "x-rules": { minLength: rule("short: {count}"), maxLength: rule("long: {count}") },
});

const cases: readonly Case[] = [
  {
    title: "limits of numbers",
    schema: limits,
    texts: {
      '{"a":5}': [],
      '{"a":9}': [],
      '{"a":4}': ["error some-rule «4» a 4", 'Use 5 -> {"a":5}'],
      '{"a":10}': ["error some-rule «10» a 10", 'Use 9 -> {"a":9}'],
    },
  },
  {
    title: "one limit alone",
    schema: one({ type: "integer", minimum: 0, "x-rules": { minimum: rule("{value}", "bound") } }),
    texts: { '{"a":100}': [], '{"a":-1}': ["error some-rule «-1» -1", 'Use 0 -> {"a":0}'] },
  },
  {
    title: "lengths of texts, as people count them, an empty one being absent",
    schema: lengths,
    texts: {
      '{"a":"ab"}': [],
      '{"a":"abc"}': [],
      '{"a":""}': [],
      '{"a":"a"}': ['error some-rule «"a"» short: 1'],
      '{"a":"abcd"}': ['error some-rule «"abcd"» long: 4'],
      '{"a":"😀😀😀"}': [],
    },
  },
  {
    title: "an empty text, where at least one character is asked for",
    schema: one({ type: "string", minLength: 1, "x-rules": { minLength: rule("empty", "delete", "hint") } }),
    texts: {
      '{"a":"","b":1}': ['hint some-rule «""» empty', 'Remove a -> {"b":1}', ...unknown("b", '{"a":""}')],
      '{"a":" "}': [],
    },
  },
  {
    title: "numbers of elements, the first too many being marked",
    schema: one({
      type: "array",
      minItems: 2,
      maxItems: 3,
      items: { type: "integer" },
      "x-rules": { minItems: rule("few"), maxItems: rule("number {count}", "delete") },
    }),
    texts: {
      '{"a":[]}': [],
      '{"a":[1]}': ["error some-rule «[1]» few"],
      '{"a":[1,2]}': [],
      '{"a":[1,2,3]}': [],
      '{"a":[1,2,3,4,5]}': ["error some-rule «4» number 4", 'Remove "4" -> {"a":[1,2,3,5]}'],
    },
  },
  {
    title: "an empty list, where at least one element is asked for",
    schema: one({ type: "array", minItems: 1, "x-rules": { minItems: rule("none", { set: ["x"] }) } }),
    texts: {
      '{"a":[]}': ["error some-rule «[]» none", 'Use ["x"] -> {"a":["x"]}'],
      '{"a":[null]}': ["error some-rule «[null]» none", 'Use ["x"] -> {"a":["x"]}'],
      '{"a":[1]}': [],
    },
  },
  {
    title: "repeated elements, texts and numbers apart, empty ones not",
    schema: one({
      type: "array",
      uniqueItems: true,
      "x-rules": { uniqueItems: rule('"{value}" again', "delete") },
    }),
    texts: {
      '{"a":["x"]}': [],
      '{"a":["1",1,"","",{},{}]}': [],
      '{"a":["x","y","x"]}': ['error some-rule «"x"» "x" again', 'Remove "x" -> {"a":["x","y"]}'],
      '{"a":[7,7]}': ['error some-rule «7» "7" again', 'Remove "7" -> {"a":[7]}'],
      '{"a":["${X}","${X}"]}': [],
    },
  },
  {
    title: "patterns, which see characters beyond the first plane as one",
    schema: one({ type: "string", pattern: "^.$", "x-rules": { pattern: rule("{value} is bad") } }),
    texts: {
      '{"a":"x"}': [],
      '{"a":"😀"}': [],
      '{"a":""}': [],
      '{"a":"xy"}': ['error some-rule «"xy"» xy is bad'],
      '{"a":"${X}"}': [],
    },
  },
  {
    title: "texts that are rewritten",
    schema: one({
      type: "string",
      pattern: "^[A-Z]+$",
      "x-rules": {
        pattern: rule("no", {
          case: "upper",
          replace: [
            ["^CAP_", ""],
            ["-", ""],
          ],
        }),
      },
    }),
    texts: {
      '{"a":"cap_net-x-"}': ['error some-rule «"cap_net-x-"» no', 'Use "NETX" -> {"a":"NETX"}'],
      '{"a":"1"}': ['error some-rule «"1"» no'],
    },
  },
  {
    title: "texts that are put in small letters",
    schema: one({
      type: "string",
      pattern: "^[a-z]+$",
      "x-rules": { pattern: rule("no", { case: "lower" }) },
    }),
    texts: { '{"a":"Ab"}': ['error some-rule «"Ab"» no', 'Use "ab" -> {"a":"ab"}'] },
  },
  {
    title: "closed lists under their general id",
    schema: one({ type: "string", enum: ["ENABLED", "DISABLED"] }),
    texts: {
      '{"a":"ENABLED"}': [],
      '{"a":""}': [],
      '{"a":"${X}"}': [],
      '{"a":"enabled"}': [
        'error enum-value «"enabled"» "enabled" must be written "ENABLED": ECS compares the values of a letter by letter.',
        'Use "ENABLED"* -> {"a":"ENABLED"}',
      ],
      '{"a":"ENABLE"}': [
        'error enum-value «"ENABLE"» "ENABLE" is not a value of a, so AWS refuses it. Use ENABLED or DISABLED.',
        'Use "ENABLED" -> {"a":"ENABLED"}',
      ],
      '{"a":"ON"}': [
        'error enum-value «"ON"» "ON" is not a value of a, so AWS refuses it. Use ENABLED or DISABLED.',
      ],
    },
  },
  {
    title: "closed lists of numbers",
    schema: one({ type: "integer", enum: [20, 60], "x-rules": { enum: rule("use {list}", "nearest") } }),
    texts: {
      '{"a":60}': [],
      '{"a":30}': ["error some-rule «30» use 20 or 60", 'Use 20 -> {"a":20}'],
      '{"a":55}': ["error some-rule «55» use 20 or 60", 'Use 60 -> {"a":60}'],
    },
  },
  {
    title: "examples, of which the nearest is offered",
    schema: one({
      type: "string",
      pattern: "^(red|green)$",
      examples: ["red", "green"],
      "x-rules": { pattern: rule("one of {list}", "nearest") },
    }),
    texts: {
      '{"a":"gren"}': ['error some-rule «"gren"» one of red or green', 'Use "green" -> {"a":"green"}'],
      '{"a":"violet"}': ['error some-rule «"violet"» one of red or green'],
    },
  },
  {
    title: "keywords of which a rule speaks, or that nobody reports",
    schema: one({
      type: "string",
      enum: ["x"],
      pattern: "^x",
      maxLength: 1,
      "x-rules": { enum: false, maxLength: false },
    }),
    texts: { '{"a":"yy"}': [] },
  },
  {
    title: "parts and advice, the gravest first and each id once at a place",
    schema: one({
      type: "string",
      pattern: "^a",
      "x-rules": { pattern: rule("mild", undefined, "warning") },
      allOf: [{ pattern: "^.{2}$", "x-rules": { pattern: rule("grave") } }],
      "x-advice": [
        { pattern: "^a?b", "x-rules": { pattern: { id: "advice", severity: "hint", message: "advice" } } },
      ],
    }),
    texts: {
      '{"a":"ab"}': [],
      '{"a":"b"}': ['error some-rule «"b"» grave'],
      '{"a":"xy"}': ['warning some-rule «"xy"» mild', 'hint advice «"xy"» advice'],
    },
  },
];

function unknown(key: string, without: string): string[] {
  return [
    `warning unknown-property «"${key}"» The definition has no member "${key}"; the AWS CLI and boto3 refuse the file. Remove it.`,
    `Remove "${key}" -> ${without}`,
  ];
}

const types: readonly Case[] = [
  {
    title: "whole numbers",
    schema: one({ type: "integer" }),
    texts: {
      '{"a":-3}': [],
      '{"a":"${X}"}': [],
      '{"a":" 12 "}': [
        'error wrong-type-integer «" 12 "» a must be a whole number, not the text " 12 ". AWS answers "STRING_VALUE cannot be converted to Integer". Take the quotes away.',
        'Write 12 without quotes* -> {"a":12}',
      ],
      '{"a":"-7"}': [
        'error wrong-type-integer «"-7"» a must be a whole number, not the text "-7". AWS answers "STRING_VALUE cannot be converted to Integer". Take the quotes away.',
        'Write -7 without quotes* -> {"a":-7}',
      ],
      '{"a":"x1"}': [
        'error wrong-type-integer «"x1"» a must be a whole number, not the text "x1". AWS answers "STRING_VALUE cannot be converted to Integer". Write the digits without quotes.',
      ],
      '{"a":"1x"}': [
        'error wrong-type-integer «"1x"» a must be a whole number, not the text "1x". AWS answers "STRING_VALUE cannot be converted to Integer". Write the digits without quotes.',
      ],
      '{"a":"012"}': [
        'error wrong-type-integer «"012"» a must be a whole number, not the text "012". AWS answers "STRING_VALUE cannot be converted to Integer". Write the digits without quotes.',
      ],
      '{"a":1.5}': ["error wrong-type-integer «1.5» a must be a whole number, not 1.5. Round it."],
      '{"a":true}': [
        "error wrong-type-integer «true» a must be a whole number, not true. Write the digits without quotes.",
      ],
      '{"a":[1]}': [
        "error wrong-type-integer «[1]» a must be a whole number, not a list. Write the digits without quotes.",
      ],
      '{"a":{}}': [
        "error wrong-type-integer «{}» a must be a whole number, not an object. Write the digits without quotes.",
      ],
      '{"a":{"Ref":"X"}}': [],
    },
  },
  {
    title: "numbers",
    schema: one({ type: "number" }),
    texts: {
      '{"a":1.5}': [],
      '{"a":"1.50"}': [
        'error wrong-type-integer «"1.50"» a must be a number, not the text "1.50". AWS answers "STRING_VALUE cannot be converted to Double". Take the quotes away.',
        'Write 1.50 without quotes* -> {"a":1.5}',
      ],
      '{"a":"-12"}': [
        'error wrong-type-integer «"-12"» a must be a number, not the text "-12". AWS answers "STRING_VALUE cannot be converted to Double". Take the quotes away.',
        'Write -12 without quotes* -> {"a":-12}',
      ],
      ...Object.fromEntries(
        ['{"a":"x1.5"}', '{"a":"1.5%"}', '{"a":"1."}', '{"a":"01.5"}'].map((text) => {
          const value = text.slice(6, -2);
          return [
            text,
            [
              `error wrong-type-integer «"${value}"» a must be a number, not the text "${value}". AWS answers "STRING_VALUE cannot be converted to Double". Write the digits without quotes.`,
            ],
          ];
        }),
      ),
    },
  },
  {
    title: "switches",
    schema: one({ type: "boolean" }),
    texts: {
      '{"a":false}': [],
      ...Object.fromEntries(
        (["true", "True ", "1"] as const).map((value) => [
          `{"a":"${value}"}`,
          notABoolean(`"${value}"`, `the text "${value}"`, "true"),
        ]),
      ),
      ...Object.fromEntries(
        (["false", "FALSE", "0"] as const).map((value) => [
          `{"a":"${value}"}`,
          notABoolean(`"${value}"`, `the text "${value}"`, "false"),
        ]),
      ),
      '{"a":1}': notABoolean("1", "1", "true"),
      '{"a":0}': notABoolean("0", "0", "false"),
      '{"a":2}': notABoolean("2", "2"),
      '{"a":"yes"}': notABoolean('"yes"', 'the text "yes"'),
      '{"a":[]}': notABoolean("[]", "a list"),
    },
  },
  {
    title: "texts",
    schema: one({ type: "string" }),
    texts: {
      '{"a":"x"}': [],
      '{"a":8080}': [
        "error wrong-type-string-value «8080» a must be a string, and 8080 is a number; AWS refuses it. Put it in quotes.",
        'Put 8080 in quotes* -> {"a":"8080"}',
      ],
      '{"a":1.50}': [
        "error wrong-type-string-value «1.50» a must be a string, and 1.50 is a number; AWS refuses it. Put it in quotes.",
        'Put 1.50 in quotes* -> {"a":"1.50"}',
      ],
      '{"a":true}': [
        "error wrong-type-string-value «true» a must be a string, and true is a boolean; AWS refuses it. Put it in quotes.",
        'Put true in quotes* -> {"a":"true"}',
      ],
      '{"a":[1]}': [
        "error wrong-type-string-value «[1]» a must be a string, and this is a list; AWS refuses it. Write it as one text in quotes.",
      ],
      '{"a":{"x":1}}': [
        'error wrong-type-string-value «{"x":1}» a must be a string, and this is an object; AWS refuses it. Write it as one text in quotes.',
      ],
    },
  },
  {
    title: "lists of texts",
    schema: {
      type: "object",
      properties: {
        command: { type: "array", items: { type: "string" } },
        entryPoint: { type: "array", items: { type: "string" } },
        links: { type: "array", items: { type: "string" } },
      },
    },
    texts: {
      '{"command":[],"links":["a"]}': [],
      '{"command":" node  server.js "}': notTexts(
        "command",
        '" node  server.js "',
        'the text " node  server.js "',
        ", each word as a text of its own",
        'Split it into a list of words -> {"command":["node", "server.js"]}',
      ),
      '{"entryPoint":"run me"}': notTexts(
        "entryPoint",
        '"run me"',
        'the text "run me"',
        ", each word as a text of its own",
        'Split it into a list of words -> {"entryPoint":["run", "me"]}',
      ),
      '{"command":"echo $(date)"}': notTexts(
        "command",
        '"echo $(date)"',
        'the text "echo $(date)"',
        ", each word as a text of its own",
        'Run it in a shell -> {"command":["sh", "-c", "echo $(date)"]}',
      ),
      '{"command":"run"}': notTexts(
        "command",
        '"run"',
        'the text "run"',
        ", each word as a text of its own",
        'Wrap it in a list -> {"command":["run"]}',
      ),
      '{"links":"a b"}': notTexts(
        "links",
        '"a b"',
        'the text "a b"',
        "",
        'Wrap it in a list -> {"links":["a b"]}',
      ),
      '{"links":5}': notTexts("links", "5", "5", "", 'Wrap it in a list -> {"links":["5"]}'),
      '{"links":{"a":1}}': notTexts("links", '{"a":1}', "an object", ""),
      '{"links":["a",5]}': [
        "error wrong-type-string-list «5» links is a list of strings, and 5 is a number. Put it in quotes.",
        'Put 5 in quotes* -> {"links":["a","5"]}',
      ],
      '{"links":["a",["b"]]}': [
        'error wrong-type-string-list «["b"]» links is a list of strings, and this is a list. Write it as one text in quotes.',
      ],
    },
  },
  {
    title: "lists",
    schema: one({ type: "array", items: { type: "object" } }),
    texts: {
      '{"a":[{}]}': [],
      '{"a":{"b":1}}': [
        'error wrong-type-list «{"b":1}» a is a list, even with one entry, and this is an object. Write it as [ … ].',
        'Wrap it in a list -> {"a":[{"b":1}]}',
      ],
      '{"a":"x"}': [
        'error wrong-type-list «"x"» a is a list, even with one entry, and this is a text. Write it as [ … ].',
      ],
    },
  },
  {
    title: "lists of anything",
    schema: one({ type: "array" }),
    texts: {
      '{"a":true}': [
        "error wrong-type-list «true» a is a list, even with one entry, and this is a boolean. Write it as [ … ].",
      ],
    },
  },
  {
    title: "objects",
    schema: one({ type: "object" }),
    texts: {
      '{"a":{}}': [],
      '{"a":"x"}': [
        'error wrong-type-object «"x"» a must be an object with members of its own, not the text "x". Write it as { … }.',
      ],
      '{"a":[]}': [
        "error wrong-type-object «[]» a must be an object with members of its own, not a list. Write it as { … }.",
      ],
    },
  },
  {
    title: "anything",
    schema: one({}),
    texts: { '{"a":1}': [], '{"a":"x"}': [], '{"a":[{}]}': [], '{"a":null}': notNull("a", "{}") },
  },
  {
    title: "types of which the schema or a rule speaks",
    schema: {
      type: "object",
      properties: {
        a: { type: "string", "x-rules": { type: rule("not a {type}: {value}", "quote") } },
        b: { type: "string", "x-rules": { type: false } },
      },
    },
    texts: {
      '{"a":5}': ["error some-rule «5» not a number: 5", 'Put 5 in quotes* -> {"a":"5"}'],
      '{"b":5}': [],
      '{"a":{"Fn::Sub":"x"}}': [],
      '{"b":null}': notNull("b", "{}"),
    },
  },
];

function notABoolean(place: string, shown: string, value?: string): string[] {
  const message = `error wrong-type-boolean «${place}» a must be true or false without quotes, not ${shown}; the AWS CLI and boto3 refuse the file.`;
  return value === undefined ? [message] : [message, `Write ${value} without quotes* -> {"a":${value}}`];
}

function notTexts(field: string, place: string, shown: string, more: string, ...fixes: string[]): string[] {
  return [
    `error wrong-type-string-list «${place}» ${field} is a list of strings, not ${shown}. Wrap the value in [ ]${more}.`,
    ...fixes,
  ];
}

function notNull(key: string, without: string): string[] {
  return [
    `warning null-value «null» ${key} is null, which the AWS CLI and boto3 refuse. Leave it out.`,
    `Remove ${key}* -> ${without}`,
  ];
}

const item: WrittenSchema = {
  type: "object",
  additionalProperties: false,
  required: ["name"],
  properties: { name: { type: "string" }, hostPort: { type: "integer" } },
};

const members: readonly Case[] = [
  {
    title: "unknown members, but comments, placeholders and what is tolerated",
    schema: one({ type: "string" }),
    texts: {
      '{"$schema":1,"//":1,"//b":1,"_comment":1,"_comment2":1,"${X}":1,"revision":1}': [],
      '{"b":1}': unknown("b", "{}"),
      '{"//":1,"x//":1}': unknown("x//", '{"//":1}'),
    },
  },
  {
    title: "unknown members of objects and entries, with the name that was meant if it is free",
    schema: {
      type: "object",
      properties: {
        list: { type: "array", items: { $ref: "#/definitions/Item" } },
        object: { $ref: "#/definitions/Item" },
      },
      definitions: { Item: item },
    },
    texts: {
      '{"list":[{"name":"a","hostPrt":1}]}': [
        'warning unknown-property «"hostPrt"» An entry of list has no member "hostPrt"; the AWS CLI and boto3 refuse the file. Did you mean "hostPort"?',
        'Rename to "hostPort" -> {"list":[{"name":"a","hostPort":1}]}',
        'Remove "hostPrt" -> {"list":[{"name":"a"}]}',
      ],
      '{"object":{"name":"a","nam":1}}': [
        'warning unknown-property «"nam"» object has no member "nam"; the AWS CLI and boto3 refuse the file. Remove it.',
        'Remove "nam" -> {"object":{"name":"a"}}',
      ],
    },
  },
  {
    title: "names in another case, whose values are checked all the same",
    schema: { type: "object", properties: { list: { type: "array", items: item } } },
    texts: {
      '{"list":[{"name":"a","HostPort":"1"}]}': [
        'warning property-wrong-case «"HostPort"» "HostPort" must be written "hostPort": names are case-sensitive in ECS, and the AWS CLI and boto3 refuse this one.',
        'Rename to "hostPort"* -> {"list":[{"name":"a","hostPort":"1"}]}',
        'error wrong-type-integer «"1"» HostPort must be a whole number, not the text "1". AWS answers "STRING_VALUE cannot be converted to Integer". Take the quotes away.',
        'Write 1 without quotes* -> {"list":[{"name":"a","HostPort":1}]}',
      ],
      '{"list":[{"name":"a","hostPort":1,"hostport":2}]}': [
        'warning property-wrong-case «"hostport"» "hostport" must be written "hostPort": names are case-sensitive in ECS, and the AWS CLI and boto3 refuse this one.',
        'Remove "hostport" -> {"list":[{"name":"a","hostPort":1}]}',
      ],
    },
  },
  {
    title: "missing members, unless they are there in another case",
    schema: {
      type: "object",
      properties: {
        list: {
          type: "array",
          items: {
            ...item,
            "x-rules": {
              required: rule('no "{field}"', { insert: "x" }),
              "additionalProperties:label": false,
            },
          },
        },
      },
    },
    texts: {
      '{"list":[{"name":"a"}]}': [],
      '{"list":[{"hostPort":1}]}': [
        'error some-rule «{» no "name"',
        'Add name -> {"list":[{"hostPort":1, "name": "x"}]}',
      ],
      '{"list":[{"name":""}]}': ['error some-rule «""» no "name"'],
      '{"list":[{"name":"${X}"}]}': [],
      '{"list":[{"label":"a"}]}': [],
      '{"list":[{"Ref":"X"}]}': [],
      '{"list":[{"NAME":"a"}]}': [
        'warning property-wrong-case «"NAME"» "NAME" must be written "name": names are case-sensitive in ECS, and the AWS CLI and boto3 refuse this one.',
        'Rename to "name"* -> {"list":[{"name":"a"}]}',
      ],
      '{"list":[{"NAME":null}]}': [
        'warning property-wrong-case «"NAME"» "NAME" must be written "name": names are case-sensitive in ECS, and the AWS CLI and boto3 refuse this one.',
        'Rename to "name"* -> {"list":[{"name":null}]}',
        'error some-rule «{» no "name"',
        'Add name -> {"list":[{"NAME":null, "name": "x"}]}',
        "warning null-value «null» NAME is null, which the AWS CLI and boto3 refuse. Leave it out.",
        'Remove NAME* -> {"list":[{}]}',
      ],
    },
  },
  {
    title: "missing members with a rule of their own, or of which another rule speaks",
    schema: {
      type: "object",
      properties: {
        b: {
          ...item,
          required: ["name", "hostPort"],
          "x-rules": { required: rule("general"), "required:name": rule("own"), "required:hostPort": false },
        },
      },
    },
    texts: { '{"b":{}}': ['error some-rule «"b"» own'] },
  },
  {
    title: "missing members that nobody reports",
    schema: { type: "object", properties: { b: item } },
    texts: { '{"b":{}}': [] },
  },
  {
    title: "a container that lacks something, at its name",
    schema: {
      type: "object",
      properties: { list: { type: "array", items: { $ref: "#/definitions/ContainerDefinition" } } },
      definitions: {
        ContainerDefinition: {
          type: "object",
          additionalProperties: false,
          required: ["image"],
          properties: { name: { type: "string" }, image: { type: "string" } },
          "x-rules": { required: rule("no image") },
        },
      },
    },
    texts: {
      '{"list":[{"name":"web"}]}': ['error some-rule «"web"» no image'],
      '{"list":[{}]}': ["error some-rule «{» no image"],
      '{"list":[{"image":"x","b":1}]}': [
        'warning unknown-property «"b"» A container definition has no member "b"; the AWS CLI and boto3 refuse the file. Remove it.',
        'Remove "b" -> {"list":[{"image":"x"}]}',
      ],
    },
  },
  {
    title: "maps, whose names are free and whose values are not",
    schema: one({
      type: "object",
      additionalProperties: { type: "string" },
      properties: { known: { type: "string", enum: ["x"] } },
    }),
    texts: {
      '{"a":{"any":"thing","known":"x"}}': [],
      '{"a":{"any":5}}': [
        "error wrong-type-string-value «5» any must be a string, and 5 is a number; AWS refuses it. Put it in quotes.",
        'Put 5 in quotes* -> {"a":{"any":"5"}}',
      ],
      '{"a":{"known":"y"}}': [
        'error enum-value «"y"» "y" is not a value of known, so AWS refuses it. Use x.',
      ],
    },
  },
  {
    title: "objects that are open",
    schema: one({ type: "object", properties: { b: { type: "string" } } }),
    texts: { '{"a":{"c":1}}': [] },
  },
  {
    title: "unknown members with a rule of their own",
    schema: one({
      type: "object",
      additionalProperties: false,
      properties: { "config-type": { type: "string" } },
      "x-rules": {
        additionalProperties: rule("{value} is not known", "nearest", "warning"),
        "additionalProperties:other": rule("{value} is special", "delete"),
        "additionalProperties:mine": false,
      },
    }),
    texts: {
      '{"a":{"config-tpe":"x"}}': [
        'warning some-rule «"config-tpe"» config-tpe is not known',
        'Rename to "config-type" -> {"a":{"config-type":"x"}}',
      ],
      '{"a":{"x":"x"}}': ['warning some-rule «"x"» x is not known', 'Remove "x" -> {"a":{}}'],
      '{"a":{"other":"x"}}': ['error some-rule «"other"» other is special', 'Remove "other" -> {"a":{}}'],
      '{"a":{"mine":"x"}}': [],
    },
  },
  {
    title: "what stands beside a reference before what it refers to",
    schema: {
      type: "object",
      properties: {
        a: {
          $ref: "#/definitions/Name",
          "x-rules": { pattern: rule("here") },
          allOf: [{ pattern: "b$", "x-rules": { pattern: { id: "end", severity: "hint", message: "end" } } }],
        },
        b: { $ref: "#/definitions/Name" },
      },
      definitions: {
        Name: {
          type: "string",
          pattern: "^a",
          maxLength: 3,
          "x-rules": { pattern: rule("there"), maxLength: rule("long") },
          "x-advice": [
            { pattern: "[^x]$", "x-rules": { pattern: { id: "x", severity: "hint", message: "x" } } },
          ],
        },
      },
    },
    texts: {
      '{"a":"cx"}': ['error some-rule «"cx"» here', 'hint end «"cx"» end', 'hint x «"cx"» x'],
      '{"b":"cx"}': ['error some-rule «"cx"» there', 'hint x «"cx"» x'],
      '{"a":"aaab"}': ['error some-rule «"aaab"» long'],
    },
  },
  {
    title: "nulls, each with a fix for all of them",
    schema: one(
      { type: "string" },
      {
        properties: {
          a: { type: "string" },
          b: { type: "integer" },
          list: { type: "array", items: { type: "string" } },
        },
      },
    ),
    texts: {
      '{"a":null,"list":[null]}': [
        "warning null-value «null» a is null, which the AWS CLI and boto3 refuse. Leave it out.",
        'Remove a* -> {"list":[null]}',
      ],
      '{"a":null,"b":null,"list":[]}': [
        "warning null-value «null» a is null, which the AWS CLI and boto3 refuse. Leave it out.",
        'Remove a* -> {"b":null,"list":[]}',
        'Remove all members that are null* -> {"list":[]}',
        "warning null-value «null» b is null, which the AWS CLI and boto3 refuse. Leave it out.",
        'Remove b* -> {"a":null,"list":[]}',
        'Remove all members that are null* -> {"list":[]}',
      ],
    },
  },
  {
    title: "values of variables and tags by their names",
    schema: one({
      type: "array",
      items: {
        type: "object",
        properties: {
          name: { type: "string" },
          key: { type: "string" },
          value: { type: "string" },
          other: { type: "string" },
        },
      },
    }),
    texts: {
      '{"a":[{"name":"PORT","value":80}]}': [
        'error wrong-type-string-value «80» The value of "PORT" must be a string, and 80 is a number; AWS refuses it. Put it in quotes.',
        'Put 80 in quotes* -> {"a":[{"name":"PORT","value":"80"}]}',
      ],
      '{"a":[{"key":"team","value":80}]}': [
        'error wrong-type-string-value «80» The value of "team" must be a string, and 80 is a number; AWS refuses it. Put it in quotes.',
        'Put 80 in quotes* -> {"a":[{"key":"team","value":"80"}]}',
      ],
      '{"a":[{"name":"PORT","other":80}]}': [
        "error wrong-type-string-value «80» other must be a string, and 80 is a number; AWS refuses it. Put it in quotes.",
        'Put 80 in quotes* -> {"a":[{"name":"PORT","other":"80"}]}',
      ],
      '{"a":[{"value":80}]}': [
        "error wrong-type-string-value «80» value must be a string, and 80 is a number; AWS refuses it. Put it in quotes.",
        'Put 80 in quotes* -> {"a":[{"value":"80"}]}',
      ],
    },
  },
  {
    title: "long values by their beginning",
    schema: one({ type: "string", enum: ["x"] }),
    texts: {
      [`{"a":"${"b".repeat(80)}"}`]: [
        `error enum-value «"${"b".repeat(80)}"» "${"b".repeat(80)}" is not a value of a, so AWS refuses it. Use x.`,
      ],
      [`{"a":"${"b".repeat(81)}"}`]: [
        `error enum-value «"${"b".repeat(81)}"» "${"b".repeat(80)}…" is not a value of a, so AWS refuses it. Use x.`,
      ],
    },
  },
];

for (const [subject, group] of Object.entries({
  "Values and their schema": cases,
  "Types and their schema": types,
  "Members and their schema": members,
})) {
  describe(subject, () => {
    for (const { title, schema, texts } of group) {
      for (const [text, expected] of Object.entries(texts)) {
        it(`${title}: ${text.slice(0, 60)}`, () =>
          assert.deepEqual(check(schema, text, ["revision"]), expected));
      }
    }
  });
}
