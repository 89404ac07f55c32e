import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { ruleTable } from "../../scripts/generate/ruleTable.ts";
import { ruleSettings } from "../../scripts/generate/ruleSettings.ts";
import { ruleFacts } from "../../server/src/service/rules/index.ts";

const catalogue = JSON.parse(
  readFileSync(new URL("../../docs/rules/catalogue.json", import.meta.url), "utf8"),
) as string[];

/** What is reported beyond the catalogue, and why. */
const beyond: Readonly<Record<string, string>> = {
  "json-syntax": "text that is not JSON",
  "required-property": "a missing member without a rule of its own",
  "wrong-type-list": "something else where a list of objects belongs",
  "wrong-type-object": "something else where an object belongs",
};

describe("The catalogue of rules", () => {
  const known = new Set(ruleFacts.map(({ id }) => id));

  it("is reported to the last row", () => {
    assert.equal(catalogue.length, 503);
    assert.deepEqual(
      catalogue.filter((id) => !known.has(id)),
      [],
    );
  });

  it("has every id that is reported, but for a few that are explained", () => {
    assert.deepEqual([...known].filter((id) => !catalogue.includes(id)).sort(), Object.keys(beyond));
  });
});

describe("What is generated from the rules", () => {
  for (const part of [ruleTable, ruleSettings]) {
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
