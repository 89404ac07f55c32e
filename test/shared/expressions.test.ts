import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { attacksOn } from "../support/expressions/attacks.ts";
import { longest, worstOf } from "../support/expressions/measure.ts";
import {
  builtExpressions,
  expressionOf,
  knownAttacks,
  type KnownExpressions,
  productExpressions,
} from "../support/expressions/product.ts";

/** Beside each expression inputs that it finds hard; drawn from its structure or found by hand. */
const known = JSON.parse(
  readFileSync(new URL("../support/expressions/known.json", import.meta.url), "utf8"),
) as KnownExpressions;

/** Calls of `RegExp`, and why the time of what they build is known. */
const built: Readonly<Record<string, string>> = {
  'new RegExp(`${String.fromCharCode(27)}\\\\[[0-9;?]*[A-Za-z]`, "g")':
    "an escape sequence begins where no other does",
  'new RegExp(pattern, "u")': "patterns of the schemas, which are in the list",
  'new RegExp(pattern, "gu")': "replacements of the schemas, which are in the list",
  "new RegExp(form.source, `${form.flags}g`)": "the forms of secrets, which are in the list",
  'new RegExp(suspiciousParts.join("|"), "i")': "words of names, none of which repeats anything",
  "new RegExp(schema.pattern)": "patterns of the simulator's inputs, each of one character class",
};

describe("Regular expressions", () => {
  const expressions = productExpressions();

  it("are known, so that the hardest input of each is", () => {
    assert.deepEqual(
      expressions.filter(({ literal }) => !known[literal]).map(({ literal, place }) => `${place} ${literal}`),
      [],
      'Run "npm run generate", and write beside a new expression what you know to be hard for it.',
    );
  });

  it("are written as literals, apart from those whose parts are known", () => {
    assert.deepEqual(
      builtExpressions().filter(({ call }) => built[call] === undefined),
      [],
    );
  });

  for (const { literal, place } of expressions) {
    it(`takes at most ${longest} ms on 200,000 characters: ${literal}`, () => {
      const expression = expressionOf(literal);
      const { attack, length, time } = worstOf(expression, [
        ...knownAttacks(known, literal),
        ...attacksOn(expression),
      ]);
      assert.ok(
        time <= longest,
        `${place} takes ${time} ms on ${length} characters of ${JSON.stringify(attack)}`,
      );
    }).timeout(120_000);
  }
});
