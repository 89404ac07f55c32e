import { readdir, readFile } from "node:fs/promises";
import { ruleFacts } from "../../server/src/service/rules/index.ts";
import type { RuleFacts } from "../../server/src/service/rules/rule.ts";
import type { Part } from "./part.ts";

const folder = "docs/rules";
const severities = ["error", "warning", "information", "hint"] as const;

/** The list of everything that can be reported, with links to the pages that explain it. */
export const ruleTable: Part = {
  file: `${folder}/README.md`,
  what: "the table of rules",
  async render() {
    const pages = await pagesById();
    const facts = ruleFacts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const counts = severities
      .map((severity) => `${facts.filter((fact) => fact.severity === severity).length} ${severity}`)
      .join(", ");
    return `${head(facts.length, counts)}
| rule | severity | says | quick fix |
| --- | --- | --- | --- |
${facts.map((fact) => row(fact, pages.get(fact.id))).join("\n")}
`;
  },
};

function head(count: number, counts: string): string {
  return `# Rules

${count} rules: ${counts}. An error is what AWS refuses, or what keeps a task from starting; a warning bites at run time or is
deprecated; the rest is advice. Some findings of a rule are milder than the rule.

## How it is known

A rule reports an error only if AWS's answer, AWS's documentation, the model of its API or the source of the container agent shows
it; its page says which. What users and tools say is a warning at most.

## Settings

The setting \`taskwright.rules\` gives a rule another severity, or turns it off: \`{ "image-tag-latest": "off" }\`. Rules that
are off by default are turned on in the same way, or by a [preset](../controls.md). \`.taskwrightrc.json\` says the same
[beside the sources](../command-line.md), for some files only if need be, and a [comment](suppressions.md) for a single line.

## Examples

The examples on the pages are tests: what is marked is found, with exactly these words, and nothing else; what follows as fixed is
what the quick fix makes of it.

<!-- What follows is written by npm run generate. -->
`;
}

function row({ id, severity, summary, fix = "", offByDefault }: RuleFacts, page = ""): string {
  const shown = offByDefault ? `${severity}, off by default` : severity;
  return `| <a id="${id}"></a>[\`${id}\`](${page}#${id}) | ${shown} | ${cell(summary)} | ${cell(fix)} |`;
}

/** A bar would end the cell. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

/** The page on which each rule has a heading. */
async function pagesById(): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".md") && name !== "README.md").sort();
  const found = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(`${folder}/${name}`, "utf8");
      return [...text.matchAll(/^#{1,6} `?([\w-]+)`?$/gm)].map((match) => [match[1]!, name] as const);
    }),
  );
  return new Map(found.flat());
}
