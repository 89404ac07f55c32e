import assert from "node:assert/strict";
import { fitsPattern } from "../../server/src/node/globMatch.ts";
import { controls } from "../../server/src/service/data/controls.ts";
import { ruleFacts } from "../../server/src/service/rules/index.ts";
import { chosenRules, presets } from "../../server/src/service/rules/presets.ts";

const ids = new Set(ruleFacts.map(({ id }) => id));

describe("Presets", () => {
  it("name rules that exist, as the table of controls does", () => {
    for (const id of [...presets.flatMap(({ rules }) => Object.keys(rules)), ...controls.keys()])
      assert.ok(ids.has(id), id);
  });

  it("make nothing milder, and count less than what a rule is given by name", () => {
    const rules = chosenRules({ presets: ["well-architected"], rules: { "user-missing": "off" } });
    assert.deepEqual(
      [
        rules["user-missing"],
        rules["platform-version-retired"],
        rules["arm64-cheaper"],
        rules["image-tag-latest"],
      ],
      ["off", "warning", "information", "warning"],
    );
    assert.deepEqual(chosenRules({ presets: ["no such"] }), {});
  });
});

describe("Patterns of paths", () => {
  for (const [pattern, fitting, others] of [
    ["legacy/**", ["legacy/a.json", "legacy/a/b.json"], ["a.json", "live/legacy/a.json"]],
    ["**/test/*.json", ["test/a.json", "x/y/test/a.json"], ["test/x/a.json", "test/a.yaml"]],
    ["*.tf", ["a.tf", "x/y/a.tf"], ["a.tf.json"]],
    ["./a?/b*c.json", ["ab/bc.json", "ax/bxxc.json"], ["a/bc.json", "abc/bc.json"]],
    ["a/**/b/**/c", ["a/b/c", "a/x/b/y/z/c"], ["a/c", "a/b/c/d"]],
  ] as const) {
    it(`fit ${pattern}`, () => {
      for (const path of fitting) assert.ok(fitsPattern(path, pattern), path);
      for (const path of others) assert.ok(!fitsPattern(path, pattern), path);
    });
  }

  it("take no longer than both lengths allow", () => {
    const path = `${"a".repeat(2000)}/${"a/".repeat(2000)}`;
    assert.equal(fitsPattern(path, `${"*a".repeat(500)}b/${"**/a/".repeat(500)}b`), false);
  });
});
