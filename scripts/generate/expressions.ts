import { attacksOn } from "../../test/support/expressions/attacks.ts";
import { worstOf } from "../../test/support/expressions/measure.ts";
import {
  expressionOf,
  type KnownExpressions,
  productExpressions,
} from "../../test/support/expressions/product.ts";
import type { Part } from "./part.ts";

/**
 * The regular expressions that a test knows. A new one gets the input that it finds hardest; what is written
 * beside the others stays, so that inputs found by hand are kept.
 */
export const expressions: Part = {
  file: "test/support/expressions/known.json",
  what: "the list of regular expressions",
  async render(current) {
    const known = JSON.parse(current || "{}") as KnownExpressions;
    const literals = productExpressions()
      .map(({ literal }) => literal)
      .sort();
    const lines = literals.map(
      (literal) => `  ${JSON.stringify(literal)}: ${JSON.stringify(known[literal] ?? [hardest(literal)])}`,
    );
    return `{\n${lines.join(",\n")}\n}\n`;
  },
};

function hardest(literal: string): readonly [string, string, string] {
  const expression = expressionOf(literal);
  const { start, repeated, end } = worstOf(expression, attacksOn(expression)).attack;
  return [start, repeated, end];
}
