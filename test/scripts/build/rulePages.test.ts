import assert from "node:assert/strict";
import MarkdownIt from "markdown-it";
import { pagesOf, readRulePages } from "../../../scripts/build/rulePages.ts";
import { ruleFacts } from "../../../server/src/service/rules/index.ts";
import type { RuleFacts } from "../../../server/src/service/rules/rule.ts";

const facts = new Map<string, RuleFacts>(
  [
    { id: "one", summary: "One is wrong.", severity: "error", fix: "make it two" } as const,
    { id: "two", summary: "Two is wrong.", severity: "hint", offByDefault: true } as const,
  ].map((fact) => [fact.id, fact]),
);

const source = `# Numbers

For all of them.

## one

> **Error.** [Turn it off](README.md#settings): \`"one": "off"\`. See [controls](../controls.md).

See [two](other.md#two).

### Too many

\`\`\`jsonc file=a.json
{ "one": 1 }
//       ~ One is *wrong*.
// @3 ~~~~~ [two] (warning) And this.
\`\`\`

\`\`\`jsonc fixed="Use 2"
{ "one": 2 }
\`\`\`

## two

A second one.

## Not a rule

Left out.
`;

describe("the pages of rules in VS Code", () => {
  const pages = new Map(pagesOf(source, facts));

  it("show what is wrong, the fix and how to turn it off, then the page with its examples without the notation of the tests", () => {
    assert.equal(
      pages.get("one"),
      `# one

**One is wrong.**

- Quick fix: make it two.
- To turn it off for you: \`"taskwright.rules": { "one": "off" }\` in the settings. For everybody who works on the project: \`"rules": { "one": "off" }\` in \`.taskwrightrc.json\`. Other severities are set in the same way.
- To leave out one line where the language has comments: \`taskwright-ignore one: reason\` in a comment on it or above it.

> **Error.** Turn it off: \`"one": "off"\`. See controls.

See [two](two.md).

## Too many

In \`a.json\`:

\`\`\`jsonc
{ "one": 1 }
\`\`\`

- **error** at \`1\` in line 1: One is \\*wrong\\*.
- **warning** (two) at \`"one"\` in line 1: And this.

After the quick fix “Use 2”:

\`\`\`jsonc
{ "one": 2 }
\`\`\`
`,
    );
  });

  it("say how to turn on what is off by default, and end before what is no rule", () => {
    assert.equal(
      pages.get("two"),
      `# two

**Two is wrong.**

- To turn it on for you: \`"taskwright.rules": { "two": "warning" }\` in the settings. For everybody who works on the project: \`"rules": { "two": "warning" }\` in \`.taskwrightrc.json\`. Other severities are set in the same way.
- To leave out one line where the language has comments: \`taskwright-ignore two: reason\` in a comment on it or above it.

A second one.
`,
    );
  });

  it("are there for every rule, with an example, links that lead somewhere and none of the notation", async () => {
    const all = await readRulePages();
    assert.deepEqual(Object.keys(all), ruleFacts.map(({ id }) => id).sort());
    const markdown = new MarkdownIt();
    for (const [id, page] of Object.entries(all)) {
      const tokens = markdown.parse(page, {});
      const fences = tokens.filter(({ type }) => type === "fence");
      assert.notEqual(fences.length, 0, id);
      for (const { info } of fences) assert.match(info, /^\w+$/, id);
      assert.match(page, /^> \*\*(?:Error|Warning|Information|Hint)\b/m, id);
      assert.doesNotMatch(page, /^\s*\/\/.*~~/m, id);
      for (const [, target = ""] of page.matchAll(/\]\(([^)]*)\)/g))
        assert.ok(target.startsWith("https://") || target.replace(/\.md$/, "") in all, `${id}: ${target}`);
    }
  });
});
