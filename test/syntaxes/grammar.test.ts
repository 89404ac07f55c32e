import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import oniguruma from "vscode-oniguruma";
import textmate, { type IGrammar } from "vscode-textmate";

const fixtures = new URL("./fixtures/", import.meta.url);
const grammarFile = new URL("../../syntaxes/ecs.tmLanguage.json", import.meta.url);

/** Set to write the snapshots anew after a wanted change. */
const isUpdate = process.env["UPDATE_SNAPSHOTS"] === "1";

describe("The grammar", () => {
  let grammar: IGrammar;

  before(async () => {
    const wasm = readFileSync(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm"));
    await oniguruma.loadWASM(wasm);
    const registry = new textmate.Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
        createOnigString: (text) => new oniguruma.OnigString(text),
      }),
      loadGrammar: async () =>
        textmate.parseRawGrammar(readFileSync(grammarFile, "utf8"), "ecs.tmLanguage.json"),
    });
    grammar = (await registry.loadGrammar("source.json.ecs"))!;
  });

  for (const name of readdirSync(fixtures).filter((each) => each.endsWith(".json"))) {
    it(`gives ${name} the scopes of its snapshot`, () => {
      const tokens = describeTokens(grammar, readFileSync(new URL(name, fixtures), "utf8"));
      const snapshot = new URL(`${name}.snap`, fixtures);
      if (isUpdate) writeFileSync(snapshot, tokens);
      assert.equal(tokens, readFileSync(snapshot, "utf8"));
    });
  }
});

/**
 * Each line of the text, and below it each token with the scopes that it adds to those of the file's
 * structure.
 */
function describeTokens(grammar: IGrammar, text: string): string {
  let state = textmate.INITIAL;
  const lines = text.split("\n").map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    const described = tokens
      .map(({ startIndex, endIndex, scopes }) => ({
        part: line.slice(startIndex, endIndex),
        scopes: scopes.filter((scope) => !/^(?:source|meta\.structure)/.test(scope)),
      }))
      .filter(({ part, scopes }) => part.trim() !== "" && scopes.length > 0)
      .map(
        ({ part, scopes }) =>
          `  ${part.trim()}  ${scopes.map((scope) => scope.replace(".json.ecs", "")).join(" ")}`,
      );
    return [`> ${line}`, ...described].join("\n");
  });
  return `${lines.join("\n")}\n`;
}
