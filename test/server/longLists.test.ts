import assert from "node:assert/strict";
import { open, uriOf } from "../fuzz/case.ts";

/** More than a function takes as arguments, so that nothing may hand a list of the file over as such. */
const many = 150_000;

const texts: Readonly<Record<string, readonly [name: string, text: string]>> = {
  "members without commas": ["task-definition.json", `{"family":"a" ${'"a":1 '.repeat(many)}}`],
  "one name": ["task-definition.json", `{"family":"a",${'"cpu":"1",'.repeat(many)}"cpu":"1"}`],
  "elements of a list in YAML": ["task-definition.yml", `family: a\nx:\n${"- a\n".repeat(many)}`],
};

describe("A list that is longer than any of ECS", () => {
  for (const [what, [name, text]] of Object.entries(texts))
    it(`gets answers: ${what}`, () => {
      const { service } = open({ name, text, beside: [], seed: 0 });
      const document = service.workspace.get(uriOf(name))!;
      assert.equal(document.kind, "task-definition");
      assert.ok(service.outline(document).length > 0);
      service.diagnostics(document);
      service.fixAll(document);
      service.foldingRanges(document);
      service.formatting(document, { tabSize: 2, insertSpaces: true });
      service.prepare(document, {});
    }).timeout(1_200_000);
});
