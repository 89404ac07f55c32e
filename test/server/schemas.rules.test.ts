import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { schemaRules } from "../../scripts/generate/schemaRules.ts";
import { readSchema, type SchemaFile, schemaNames, subschemas } from "../support/schemaFiles.ts";

const severities = ["error", "warning", "information", "hint"];
const placeholders = ["value", "field", "list", "type", "count"];
const special = [
  "required",
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "minItems",
  "maxItems",
  "uniqueItems",
];
const wordFixes = ["nearest", "bound", "delete", "quote"];
const recipes = ["insert", "set", "case", "replace", "case,replace"];

for (const name of schemaNames) {
  const schema = readSchema(name);
  const rules = subschemas(schema).flatMap(([place, part]) =>
    Object.entries(part["x-rules"] ?? {}).flatMap(([keyword, rule]) =>
      rule ? [{ where: `${place} ${keyword}`, keyword, part, ...rule }] : [],
    ),
  );

  describe(`the rules in the ${name} schema`, () => {
    it("each have an id, a severity, a sentence and a fix of the known kinds", () => {
      const wrong = rules.filter(({ id, severity, message, fix }) => {
        const names = [...message.matchAll(/\{(\w+)\}/g)].map(([, placeholder]) => placeholder!);
        const isSentence = /^["“A-Z{a-z].*[.]$/.test(message) && message.split(" ").length >= 6;
        return (
          !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(id) ||
          !severities.includes(severity) ||
          !isSentence ||
          !names.every((used) => placeholders.includes(used)) ||
          !isKnownFix(fix)
        );
      });
      assert.deepEqual(
        wrong.map(({ where }) => where),
        [],
      );
    });

    it("answer for every keyword that has no general id", () => {
      const unanswered = subschemas(schema).flatMap(([place, part]) =>
        special
          .filter((keyword) => keyword in part && !answers(part, keyword))
          .map((keyword) => `${place} ${keyword}`),
      );
      assert.deepEqual(unanswered, []);
    });

    it("and the keywords that are used are all told in schemas/README.md", async () => {
      const told = await readFile("schemas/README.md", "utf8");
      const used = new Set(subschemas(schema).flatMap(([, part]) => Object.keys(part)));
      assert.deepEqual(
        [...used].filter((keyword) => !told.includes(`\`${keyword}`)),
        [],
      );
    });

    it("stand beside the keyword that they speak for, or beside the reference to it", () => {
      const astray = rules.filter(({ keyword, part }) => !hasKeyword(schema, part, keyword));
      assert.deepEqual(
        astray.map(({ where }) => where),
        [],
      );
    });
  });
}

describe("the table of rules in schemas/README.md", () => {
  it("is the one that npm run generate writes", async () => {
    const current = await readFile("schemas/README.md", "utf8");
    assert.equal(current, await schemaRules.render(current));
  });
});

function answers({ required = [], "x-rules": rules = {} }: SchemaFile, keyword: string): boolean {
  return (
    keyword in rules || (keyword === "required" && required.every((member) => `required:${member}` in rules))
  );
}

function isKnownFix(fix: unknown): boolean {
  if (fix === undefined) return true;
  return typeof fix === "string"
    ? wordFixes.includes(fix)
    : recipes.includes(Object.keys(fix as object).join());
}

function hasKeyword(schema: SchemaFile, part: SchemaFile, keyword: string): boolean {
  const target = part.$ref ? schema.definitions?.[part.$ref.replace("#/definitions/", "")] : part;
  const [name = "", member] = keyword.split(":");
  if (!target || !(name in target)) return name === "type" && part.type !== undefined;
  return member === undefined || (target.required ?? []).includes(member);
}
