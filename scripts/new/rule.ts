import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Recipe } from "./recipe.ts";
import { camelCase, placeAndName } from "./words.ts";

const folder = "server/src/service/rules";

/** A rule, its page with an example that is not found yet, and its line in the index of its subject. */
export const newRule: Recipe = {
  example: "ports/host-port-odd",
  makes: "a rule in a subject, and its page",
  async plan(text, root) {
    const { place, name: id } = placeAndName(text);
    const subjects = await subjectsBelow(root);
    const subject = subjects.find((each) => each === place || each.endsWith(`/${place}`));
    if (place === "" || subject === undefined)
      throw new Error(`Name one of the subjects before the rule: ${subjects.join(", ")}.`);
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(id))
      throw new Error(
        `"${id}" is not a rule's id, such as "host-port-odd": its subject first, then what is wrong.`,
      );
    const name = camelCase(id);
    const rule = `${folder}/${subject}/${name}.ts`;
    const page = `docs/rules/${id}.md`;
    const isService = subject.startsWith("service/");
    return {
      files: [
        { path: rule, text: ruleText(id, name, depthOf(subject), isService) },
        { path: page, text: pageText(id, isService) },
      ],
      index: { path: `${folder}/${subject}/index.ts`, name, from: `./${name}.ts` },
      generate: true,
      next: [
        `Write ${page}: say what is wrong and why, with a link to AWS's documentation, and give an example of each case.`,
        `Write ${rule}, until this passes: npx mocha test/server/rulePages.test.ts -g "${id}"`,
      ],
    };
  },
};

/** Folders below the rules that have an index: `shape`, `taskDefinition/ports`, … */
async function subjectsBelow(root: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { recursive: true });
  return entries
    .map((entry) => entry.replaceAll("\\", "/"))
    .filter((entry) => entry.endsWith("/index.ts") && !entry.startsWith("schema/"))
    .map((entry) => entry.slice(0, -"/index.ts".length))
    .sort();
}

const depthOf = (subject: string): string => "../".repeat(subject.split("/").length);

function ruleText(id: string, name: string, up: string, isService: boolean): string {
  const view = isService ? "service" : "task";
  return `import type { Rule } from "${up}rule.ts";

export const ${name}: Rule = {
  id: "${id}",
  summary: "One sentence that states the fact.",
  severity: "warning",
  appliesTo: "${isService ? "service" : "task-definition"}",
  check(${view}, report) {
    const value = ${view}.root.get("member");
    if (value?.string !== "wrong") return;
    report(value, "What is wrong, quoting the value, why, and what to do.");
  },
};
`;
}

function pageText(id: string, isService: boolean): string {
  const first = isService ? `"serviceName": "web"` : `"family": "web"`;
  return `# ${id}

What is wrong, why, and what to do. Name AWS's page that says so.

## What is found

\`\`\`jsonc
{
  ${first},
  "member": "wrong"
  //        ~~~~~~~ The message that is expected here.
}
\`\`\`

## Allowed: what looks alike and is right

\`\`\`jsonc
{
  ${first},
  "member": "right"
}
\`\`\`
`;
}
