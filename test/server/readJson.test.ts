import assert from "node:assert/strict";
import fc from "fast-check";
import { type Node, type ParseError, parseTree } from "jsonc-parser";
import type { JsonNode, JsonSource } from "../../server/src/service/syntax/jsonNode.ts";
import { parseJson } from "../../server/src/service/syntax/parseJson.ts";
import { readJson } from "../../server/src/service/syntax/readJson.ts";

const blanks = fc.constantFrom("", " ", "\n", "\t", "\r\n", " // note, }\n", '/* [ " */');

/** Any JSON text, with blanks and comments between its parts. */
const jsonTexts = fc
  .tuple(fc.jsonValue({ maxDepth: 4 }), fc.array(blanks, { minLength: 1, maxLength: 8 }))
  .map(([value, spaces]) =>
    JSON.stringify(value, null, 1)
      .replace(/\n/g, "\u0000")
      .split("\u0000")
      .map((line, index) => spaces[index % spaces.length] + line)
      .join("\n"),
  );

describe("Reading JSON without faults", () => {
  it("gives the same tree as jsonc-parser", () => {
    fc.assert(
      fc.property(jsonTexts, (text) => assert.deepEqual(plainOf(read(text)), plainOfTheirs(parseTree(text)))),
      { numRuns: 500 },
    );
  });

  it("gives up exactly where jsonc-parser finds a fault", () => {
    const edited = fc.tuple(
      jsonTexts,
      fc.nat(),
      fc.nat({ max: 3 }),
      fc.constantFrom("", ",", "}", "]", '"', "\\", ":", "/", "0", "-", "x", "\n", "tru"),
    );
    fc.assert(
      fc.property(edited, ([text, position, removed, added]) => {
        const start = position % (text.length + 1);
        const changed = text.slice(0, start) + added + text.slice(start + removed);
        const errors: ParseError[] = [];
        const tree = parseTree(changed, errors, { allowTrailingComma: false });
        const ours = read(changed);
        assert.equal(ours === undefined, errors.length > 0 || tree === undefined, changed);
        if (ours) assert.deepEqual(plainOf(ours), plainOfTheirs(tree));
      }),
      { numRuns: 3000 },
    );
  });

  for (const text of [
    "",
    " ",
    "// only a comment",
    "{",
    "[1,]",
    '{"a":1,}',
    '{"a" 1}',
    "01",
    "1.",
    ".5",
    "+1",
    "NaN",
    '"\t"',
    '"\\x"',
    '"\\u12"',
    "'a'",
    "{a:1}",
    "1 2",
    "/* open",
    "1 /",
    "tru",
    "[1 2]",
  ]) {
    it(`gives up on ${JSON.stringify(text)}`, () => assert.equal(read(text), undefined));
  }
});

describe("Parsing JSON", () => {
  it("gives an answer to any depth of nesting", () => {
    for (const part of ["[", '{"a":', '[{"a":']) {
      const { root, errors } = parseJson(sourceOf(part.repeat(100_000)), part.repeat(100_000));
      assert.deepEqual(
        [root, errors.map(({ message }) => message)],
        [undefined, ["Nothing in ECS is nested deeper than 200 levels."]],
      );
    }
  });

  it("counts no brackets in texts as nesting", () => {
    const text = `{ "a": "${"[".repeat(1000)}", "b" }`;
    assert.equal(parseJson(sourceOf(text), text).root?.get("a")?.raw?.length, 1000);
  });
});

function read(text: string): JsonNode | undefined {
  return readJson(sourceOf(text), text);
}

function sourceOf(text: string): JsonSource {
  return {
    text,
    blanked: new Set(),
    syntax: "json" as const,
    isPlaceholder: () => false,
    memberNames: new Set(),
  };
}

/** What a tree says: kinds, places, names and values. Of lists, nulls are left out, as a cursor does. */
type Plain = readonly [
  type: string,
  offset: number,
  length: number,
  value: unknown,
  children: readonly unknown[],
];

function plainOf(node: JsonNode | undefined): Plain | undefined {
  if (!node) return undefined;
  const members = node.members.map((member) => [member.key, member.keySpan, plainOf(member)]);
  return [
    node.type,
    node.offset,
    node.length,
    node.type === "null" ? null : (node.raw ?? node.number ?? node.boolean),
    [...members, ...node.items.map(plainOf)],
  ];
}

function plainOfTheirs(node: Node | undefined): Plain | undefined {
  if (!node) return undefined;
  const children = (node.children ?? [])
    .filter(({ type }) => type !== "null")
    .map((child) => {
      const [key, value] = child.children ?? [];
      return child.type === "property"
        ? [key!.value, { offset: key!.offset, length: key!.length }, plainOfTheirs(value)]
        : plainOfTheirs(child);
    });
  return [node.type, node.offset, node.length, node.value, children];
}
