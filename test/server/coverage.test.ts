import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { releasedRules } from "../../scripts/generate/releasedRules.ts";
import { ruleTable } from "../../scripts/generate/ruleTable.ts";
import { ruleSettings } from "../../scripts/generate/ruleSettings.ts";
import { ruleFacts } from "../../server/src/service/rules/index.ts";

const released = JSON.parse(
  readFileSync(new URL("../../server/releasedRules.json", import.meta.url), "utf8"),
) as readonly string[];

describe("The rules that were released", () => {
  it("are all reported: settings of users name them, so an id may neither go nor change", () => {
    const known = new Set(ruleFacts.map(({ id }) => id));
    assert.deepEqual(
      released.filter((id) => !known.has(id)),
      [],
    );
  });

  it("are 507 or more", () => {
    assert.ok(released.length >= 507, String(released.length));
  });
});

describe("What is generated from the rules", () => {
  for (const part of [releasedRules, ruleTable, ruleSettings]) {
    it(`${part.file} has ${part.what} as it is now`, async () => {
      const current = readFileSync(part.file, "utf8");
      assert.equal(current === (await part.render(current)), true, 'run "npm run generate"');
    });
  }

  it("links each rule to its page", () => {
    const table = readFileSync("docs/rules/README.md", "utf8");
    assert.deepEqual(
      ruleFacts.map(({ id }) => id).filter((id) => !new RegExp(`\\]\\([a-z-]+\\.md#${id}\\)`).test(table)),
      [],
    );
  });
});
