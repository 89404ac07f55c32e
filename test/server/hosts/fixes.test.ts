import assert from "node:assert/strict";
import { ruleFacts } from "../../../server/src/service/rules/index.ts";
import { createLanguageService } from "../../../server/src/service/service.ts";
import { yaml } from "../../../server/src/service/syntax/yaml/parser.ts";
import { applied } from "../../support/applyFix.ts";
import { hcl } from "../../support/hcl.ts";
import { rulePageExamples } from "../../support/rulePageExamples.ts";
import { withComments, type WrittenExample, writings } from "../../support/writtenExamples.ts";

const everyRule = Object.fromEntries(ruleFacts.map(({ id, severity }) => [id, severity]));

/** The part of the fixes that each syntax can write, at least. The rest is refused, as it is not sure. */
const leastOffered = {
  YAML: 0.98,
  "CloudFormation JSON": 0.98,
  "CloudFormation YAML": 0.98,
  Terraform: 0.9,
} as const;

describe("Quick fixes of the rule pages in other syntaxes take the finding away and keep all comments", () => {
  const counts = new Map<WrittenExample["syntax"], { offered: number; found: number }>();

  for (const example of rulePageExamples().filter(({ fixed }) => fixed.length > 0))
    it(example.title, () => {
      for (const written of writings(example)) {
        const { offered, found } = fixOneByOne(written);
        const count = counts.get(written.syntax) ?? { offered: 0, found: 0 };
        counts.set(written.syntax, { offered: count.offered + offered, found: count.found + found });
        const commented = withComments(written);
        if (commented !== undefined) fixOneByOne({ ...written, text: commented });
      }
    });

  after("and nearly all of them are offered", () => {
    for (const [syntax, { offered, found }] of counts)
      assert.ok(offered >= leastOffered[syntax] * found, `${syntax}: ${offered} of ${found}`);
  });
});

/** Applies each fix of the example's own rule to the text as it is. */
function fixOneByOne({ file, text, companions, ruleId }: WrittenExample): { offered: number; found: number } {
  const service = createLanguageService({ yaml, hcl });
  for (const [name, companion] of companions)
    service.workspace.set(service.parse(`file:///workspace/${name}`, companion));
  const uri = `file:///workspace/${file}`;
  const document = service.parse(uri, text);
  const own = service.validate(document, everyRule).filter(({ code }) => code === ruleId);
  const messages = own.map(({ code, message }) => code + message);
  const fixes = own.flatMap((finding) => finding.fixes).filter((fix) => !fix.document);
  const possible = fixes.flatMap(({ title, edits }) => {
    const replacements = document.writer.write(edits);
    return replacements ? [{ title, fixed: applied(text, replacements) }] : [];
  });
  for (const { title, fixed } of possible) {
    const after = service.parse(uri, fixed);
    assert.deepEqual(after.syntaxErrors, [], `${title}\n${fixed}`);
    assert.equal(comments(fixed), comments(text), `${title}\n${fixed}`);
    const left = service.validate(after, everyRule).map(({ code, message }) => code + message);
    const isGone = own.some(
      ({ code, message }) => count(left, code + message) < count(messages, code + message),
    );
    assert.ok(isGone, `${title} leaves ${ruleId}\n${text}\n${fixed}`);
  }
  return { offered: possible.length, found: fixes.length };
}

function comments(text: string): number {
  return text.match(/# a comment$/gm)?.length ?? 0;
}

function count(texts: readonly string[], text: string): number {
  return texts.filter((each) => each === text).length;
}
