import assert from "node:assert/strict";
import { type EcsDocument, parseEcsDocument } from "../../server/src/service/documents/ecsDocument.ts";
import { validate } from "../../server/src/service/features/validate.ts";
import {
  appendItem,
  type Edits,
  insertMember,
  prependItem,
  prependMember,
  remove,
  removeAll,
  removeEntry,
  renameKey,
  replaceValue,
  unwrap,
  wrap,
  wrapInList,
} from "../../server/src/service/rules/kit/fix.ts";
import type { JsonNode } from "../../server/src/service/syntax/jsonNode.ts";
import { ruleFacts } from "../../server/src/service/rules/index.ts";
import { applied } from "../support/applyFix.ts";
import { commentsOf, disturbances, templatesOf } from "../support/disturbed.ts";
import { rulePageExamples } from "../support/rulePageExamples.ts";

/** What a change makes of a text; undefined where the writer refuses it. */
function changed(text: string, change: (root: JsonNode) => Edits): string | undefined {
  const document = parseEcsDocument("file:///workspace/task-definition.json", text);
  const replacements = document.writer.write(change(document.file!));
  return replacements && applied(text, replacements);
}

const without =
  (...names: string[]) =>
  (text: string): string | undefined =>
    changed(text, (root) => removeAll(names.map((name) => member(root, name))));

const withAdded =
  (after?: string) =>
  (text: string): string | undefined =>
    changed(text, (root) => insertMember(root, "new", 1, after));

function member(root: JsonNode, name: string): JsonNode {
  return root.members.findLast(({ key }) => key === name)!;
}

/** Holds the outcome of a change against what is expected, text by text. */
function expect(
  change: (text: string) => string | undefined,
  cases: readonly (readonly [text: string, expected: string | undefined])[],
): void {
  for (const [text, expected] of cases) assert.equal(change(text), expected, text);
}

describe("Removing a member", () => {
  it("leaves a comment in its place, whatever it holds", () => {
    expect(without("b"), [
      [`{ "a": 1, /* , */ "b": 2 }`, `{ "a": 1 /* , */ }`],
      [`{ "a": 1 /* , */, "b": 2 }`, `{ "a": 1 /* , */ }`],
      [`{ "a": 1, "b": 2 /* , */, "c": 3 }`, `{ "a": 1,  /* , */ "c": 3 }`],
      [`{ "a": 1, "b": 2, /* , */ "c": 3 }`, `{ "a": 1, /* , */ "c": 3 }`],
      [`{ "a": 1, "b": 2 /* } */ }`, `{ "a": 1 /* } */ }`],
      [`{ /* x */ "b": 2 /* y */ }`, `{ /* x */ /* y */ }`],
    ]);
  });

  it("keeps the comment behind the member before", () => {
    expect(without("b"), [
      [`{\n  "a": 1, // one, two\n  "b": 2\n}`, `{\n  "a": 1 // one, two\n}`],
      [`{\n  "a": 1, // one\n  "b": 2 // two\n}`, `{\n  "a": 1 // one\n   // two\n}`],
      [`{\n  "a": 1, // one\n  "b": 2 }`, `{\n  "a": 1 // one\n   }`],
      [`{\n  "a": 1 // one\n  , "b": 2\n}`, `{\n  "a": 1 // one\n}`],
      [`{\n  "a": 1,\n  // about b\n  "b": 2,\n  "c": 3\n}`, `{\n  "a": 1,\n  // about b\n  "c": 3\n}`],
    ]);
  });

  it("is refused where a comment or a template statement would go with it", () => {
    expect(without("b"), [
      [`{ "a": 1, "b": [1 /* one */] }`, undefined],
      [`{ "a": 1, "b": /* two */ 2 }`, undefined],
      [`{ "a": 1, "b": [{{ if x }} 1 {{ end }}] }`, undefined],
      [`{ "a": 1, "b": "x{{ end }}" }`, undefined],
      [`{ "a": 1, "b": "{{ .Values.x }}" }`, `{ "a": 1 }`],
      [`{ "a": 1, "b": { ${"${MORE}"} "c": 1 } }`, undefined],
    ]);
  });

  it("takes the comma that stands in the same block of a template, or is refused", () => {
    expect(without("b"), [
      [`{ "a": 1, {{ if y }}"b": 2, {{ end }}"c": 3 }`, `{ "a": 1, {{ if y }}{{ end }}"c": 3 }`],
      [`{ "a": 1{{ if y }}, "b": 2{{ end }} }`, `{ "a": 1{{ if y }}{{ end }} }`],
      [`{ "a": 1{{ if y }}, "b": 2{{ end }}, "c": 3 }`, `{ "a": 1{{ if y }}{{ end }}, "c": 3 }`],
      [`{ "a": 1, {{ if y }}"b": 2{{ end }} }`, undefined],
      [`{ "a": 1, {% if y %} "b": 2 {% else %} "c": 3 {% endif %} }`, undefined],
      [`{ "a": 1, ${"${MORE}"} "b": 2 }`, undefined],
      [`{ "b": 2, ${"${MORE}"} "a": 1 }`, `{ ${"${MORE}"} "a": 1 }`],
      [`{ {{ if y }}"b": 2{{ end }} }`, undefined],
    ]);
    assert.equal(without("a", "b")(`{ "a": 1, "b": 2 {{ if y }}, "c": 3{{ end }} }`), undefined);
    assert.equal(without("c")(`{ "a": 1, {{ if y }}"b": 2,{{ end }} "c": 3 }`), undefined);
  });

  it("takes neighbours together", () => {
    assert.equal(without("a", "b")(`{ "a": 1, "b": 2, "c": 3 }`), `{ "c": 3 }`);
    assert.equal(without("b", "c")(`{ "a": 1, "b": 2, "c": 3 }`), `{ "a": 1 }`);
    assert.equal(without("a", "c")(`{ "a": 1, "b": 2, "c": 3 }`), `{ "b": 2 }`);
    assert.equal(without("a", "b")(`{\n  "a": 1,\n  "b": 2\n}`), `{}`);
    assert.equal(without("a", "b")(`{\n  "a": 1, // one\n  "b": 2\n}`), `{\n  // one\n}`);
  });

  it("does what is possible where a comma is missing or too much", () => {
    expect(without("b"), [
      [`{ "a": 1 "b": 2 }`, `{ "a": 1 }`],
      [`{ "b": 2 "a": 1 }`, `{ "a": 1 }`],
      [`{ "a": 1, "b": 2, }`, `{ "a": 1, }`],
      [`{ "b": 2, }`, `{}`],
      [`{ "a": 1, "b": 2`, `{ "a": 1`],
    ]);
  });

  it("takes all of a repeated name if the one that counts goes, and an earlier one alone", () => {
    assert.equal(without("b")(`{ "b": 1, "a": 1, "b": 2 }`), `{ "a": 1 }`);
    assert.equal(
      changed(`{ "b": 1, "a": 1, "b": 2 }`, (root) => remove(root.members[0]!)),
      `{ "a": 1, "b": 2 }`,
    );
  });

  it("counts nulls among the elements of a list", () => {
    const last = (text: string): string | undefined => changed(text, (root) => remove(root.elements.at(-1)!));
    expect(last, [
      [`[null, 1]`, `[null]`],
      [`[1, null, 2]`, `[1, null]`],
    ]);
    assert.equal(
      changed(`{ "a": [1], "b": 2 }`, (root) => removeEntry(root.members[0]!.items[0]!)),
      `{ "b": 2 }`,
    );
  });
});

describe("Adding a member", () => {
  it("leaves the comments on the line of the one before with that", () => {
    expect(withAdded(), [
      [`{ "a": 1 }`, `{ "a": 1, "new": 1 }`],
      [`{ "a": 1 /* one */ }`, `{ "a": 1, "new": 1 /* one */ }`],
      [`{ "a": 1 // one\n}`, `{ "a": 1, "new": 1 // one\n}`],
      [`{\n  "a": 1 // one\n}`, `{\n  "a": 1, // one\n  "new": 1\n}`],
      [`{\n  "a": 1 // one\n  // more\n}`, `{\n  "a": 1, // one\n  "new": 1\n  // more\n}`],
      [`{\n  "a": 1 /* one\n two */\n}`, `{\n  "a": 1,\n  "new": 1 /* one\n two */\n}`],
    ]);
    expect(withAdded("a"), [
      [`{\n  "a": 1, // one\n  "b": 2\n}`, `{\n  "a": 1, // one\n  "new": 1,\n  "b": 2\n}`],
      [`{\n  "a": 1, "b": 2\n}`, `{\n  "a": 1,\n  "new": 1, "b": 2\n}`],
      [`{\n  "a": 1 // one\n  , "b": 2\n}`, `{\n  "a": 1,\n  "new": 1 // one\n  , "b": 2\n}`],
    ]);
  });

  it("puts it where it is whatever the template decides, or is refused", () => {
    expect(withAdded(), [
      [`{ "a": 1{{ if y }}, "b": 2{{ end }} }`, `{ "a": 1, "new": 1{{ if y }}, "b": 2{{ end }} }`],
      [`{ "a": 1, ${"${MORE}"} }`, `{ "a": 1, ${"${MORE}"}, "new": 1 }`],
      [
        `{ "a": 1, {{ if y }}"b": 2, {{ end }}"c": 3 }`,
        `{ "a": 1, {{ if y }}"b": 2, {{ end }}"c": 3, "new": 1 }`,
      ],
      [`{ {{ if y }}"b": 2{{ end }} }`, undefined],
      [`{ {{ .Members }} }`, undefined],
      [`{ "a": {{ if y }}1{{ else }}"2"{{ end }} }`, undefined],
    ]);
  });

  it("fills an empty object, behind its comments", () => {
    expect(withAdded(), [
      [`{}`, `{\n  "new": 1\n}`],
      [`{ /* none */ }`, `{ /* none */\n  "new": 1\n}`],
      [`{\n  // none\n}`, `{\n  // none\n  "new": 1\n}`],
      [`{ "a": }`, undefined],
      [`{`, undefined],
    ]);
  });

  it("puts it first, before the comments of the first", () => {
    const prepended = (text: string): string | undefined =>
      changed(text, (root) => prependMember(root, "new", 1));
    expect(prepended, [
      [`{ "a": 1 }`, `{ "new": 1, "a": 1 }`],
      [`{\n  // about a\n  "a": 1\n}`, `{\n  "new": 1,\n  // about a\n  "a": 1\n}`],
      [`{ // about all\n  "a": 1\n}`, `{ // about all\n  "new": 1,\n  "a": 1\n}`],
      [`{ ${"${MORE}"} "a": 1 }`, `{ "new": 1, ${"${MORE}"} "a": 1 }`],
      [`{ {{ if y }}"b": 2{{ end }} }`, undefined],
      [`{}`, `{\n  "new": 1\n}`],
      [`{ "new": null, "a": 1 }`, `{ "new": 1, "a": 1 }`],
    ]);
  });

  it("gives the one that counts of a repeated name its value", () => {
    assert.equal(withAdded()(`{ "new": 2, "a": 1, "new": 3 }`), `{ "new": 2, "a": 1, "new": 1 }`);
  });

  it("takes the place of one that is removed by the same fix", () => {
    const moved = (text: string): string | undefined =>
      changed(text, (root) => [...remove(member(root, "b")), ...insertMember(root, "new", 1, "b")]);
    expect(moved, [
      [`{ "a": 1, "b": 2, "c": 3 }`, `{ "a": 1, "new": 1, "c": 3 }`],
      [`{ "b": 2 /* two */ }`, `{ "new": 1 /* two */ }`],
    ]);
    assert.equal(
      changed(`{ "a": 1, "b": 2 }`, (root) => [
        ...remove(member(root, "b")),
        ...insertMember(root, "new", 1),
      ]),
      `{ "a": 1, "new": 1 }`,
    );
    assert.equal(
      changed(`{ "a": 1, "b": 2 }`, (root) => [...removeAll(root.members), ...insertMember(root, "new", 1)]),
      `{ "new": 1 }`,
    );
  });
});

describe("Adding an element", () => {
  it("keeps the layout of the list", () => {
    const appended = (text: string): string | undefined => changed(text, (root) => appendItem(root, 2));
    expect(appended, [
      [`[]`, `[2]`],
      [`[ /* none */ ]`, `[ /* none */\n  2\n]`],
      [`[1]`, `[1, 2]`],
      [`[\n  1 // one\n]`, `[\n  1, // one\n  2\n]`],
      [`[1, null]`, `[1, null, 2]`],
      [`[{{ range . }}1{{ end }}]`, undefined],
      [`{ "a": 1 }`, undefined],
    ]);
    const prepended = (text: string): string | undefined => changed(text, (root) => prependItem(root, 2));
    expect(prepended, [
      [`[]`, `[2]`],
      [`[1]`, `[2, 1]`],
      [`[ // head\n  1\n]`, `[ // head\n  2,\n  1\n]`],
    ]);
  });
});

describe("Changing what stands there", () => {
  it("touches nothing that is not closed, and nothing on a line with a broken token", () => {
    const replaced = (text: string): string | undefined =>
      changed(text, (root) => replaceValue(member(root, "a"), 2));
    expect(replaced, [
      [`{ "a": 1, "b": 2 }`, `{ "a": 2, "b": 2 }`],
      [`{ "a": "x\n}`, undefined],
      [`{ "a": 1, "b": "x\n}`, undefined],
      [`{ "a": 1,\n"b": "x\n}`, `{ "a": 2,\n"b": "x\n}`],
      [`{ "a": [1, /* one */ 2] }`, undefined],
      [`{ "a": [1, 2 }`, undefined],
    ]);
  });

  it("does not give two members one name", () => {
    const renamed = (text: string): string | undefined =>
      changed(text, (root) => renameKey(member(root, "a"), "b"));
    expect(renamed, [
      [`{ "a" /* one */ : 1 }`, `{ "b" /* one */ : 1 }`],
      [`{ "a": 1, "b": 2 }`, undefined],
    ]);
  });

  it("wraps and unwraps without changing comments", () => {
    assert.equal(
      changed(`{\n  "a": { // one\n    "b": 1 /* x\n    y */\n  }\n}`, (root) =>
        wrap(member(root, "a"), "c"),
      ),
      `{\n  "a": {\n    "c": { // one\n      "b": 1 /* x\n    y */\n    }\n  }\n}`,
    );
    assert.equal(
      changed(`{ "a": { "b": 1 } }`, (root) => wrapInList(member(root, "a"))),
      `{ "a": [{ "b": 1 }] }`,
    );
    const unwrapped = (text: string): string | undefined =>
      changed(text, (root) => unwrap(root, member(root, "a")));
    expect(unwrapped, [
      [`{\n  "a": { // one\n    "b": 1 /* x\n    y */\n  }\n}`, `{ // one\n  "b": 1 /* x\n    y */\n}`],
      [`{ /* x */ "a": {} }`, undefined],
      [`{ "a": {}, "b": 1 // x\n }`, undefined],
    ]);
  });
});

describe("Every fix of the rule pages", () => {
  const rules = Object.fromEntries(
    ruleFacts.filter((rule) => rule.offByDefault).map((rule) => [rule.id, rule.severity]),
  );
  const examples = rulePageExamples().filter(
    ({ markers, companions }) => markers.length > 0 && companions.size === 0,
  );

  for (const [name, disturb] of Object.entries(disturbances))
    it(`keeps comments and statements: ${name}`, () => {
      for (const { file = "task-definition.json", text } of examples) checkFixes(file, disturb(text), rules);
    });
});

function checkFixes(
  file: string,
  text: string,
  rules: Record<string, "error" | "warning" | "information" | "hint">,
): void {
  const document = parseEcsDocument(`file:///workspace/${file}`, text);
  const findings = validate(document, { rules });
  for (const { code, message, fixes } of findings) {
    for (const fix of fixes) {
      const replacements = document.writer.write(fix.edits);
      if (!replacements) continue;
      const result = applied(text, replacements);
      const about = `${code}, ${fix.title}:\n${text}\n->\n${result}`;
      assert.deepEqual(commentsOf(result), commentsOf(text), about);
      assert.deepEqual(templatesOf(result), templatesOf(text), about);
      const after: EcsDocument = parseEcsDocument(document.uri, result);
      assert.deepEqual(
        after.syntaxErrors.map((error) => error.message),
        document.syntaxErrors.map((error) => error.message),
        about,
      );
      const count = (list: typeof findings): number =>
        list.filter((each) => each.code === code && each.message === message).length;
      // What is filled in with nothing is still missing, and of two volumes of one name the other is still
      // unused.
      if (code !== "volume-unused" && !replacements.some((each) => each.text.includes('""')))
        assert.ok(count(validate(after, { rules })) < count(findings), about);
    }
  }
}
