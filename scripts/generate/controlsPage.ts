import { controls, type StandardId, standards } from "../../server/src/service/data/controls.ts";
import { presets } from "../../server/src/service/rules/presets.ts";
import type { Part } from "./part.ts";

/** The page that says which rule asks for what a control of others asks for. */
export const controlsPage: Part = {
  file: "docs/controls.md",
  what: "the page of controls",
  async render() {
    return `# Controls and presets

Auditors ask by the numbers of others. This page says which rule finds what such a control asks for; reports in SARIF name the
controls as taxa.

## Presets

A preset turns on several rules at once, in the setting \`taskwright.presets\` or in \`.taskwrightrc.json\`:

\`\`\`json
{ "presets": ["aws-security"], "rules": { "tags-missing": "off" } }
\`\`\`

${presets.map(({ id, summary, rules }) => presetText(id, summary, Object.keys(rules))).join("\n\n")}

## Rules by control

${standards.map(({ id, name, documentation }) => `### ${name}\n\n[Documentation](${documentation})\n\n${table(id)}`).join("\n\n")}

## Controls without a rule

Controls of clusters and capacity providers have no rule, because no file that is checked holds these: ECS.12, ECS.14, ECS.19
and CT.ECS.PR.2. ECS.16 asks that no task set has public addresses;
[\`taskset-assign-public-ip\`](rules/README.md#taskset-assign-public-ip) finds those on instances only. Of Checkov and KICS only
those are listed whose title says what a rule says. An id of KICS is that of one of its platforms; it has others for the same.
`;
  },
};

function presetText(id: string, summary: string, rules: readonly string[]): string {
  return `**\`${id}\`**: ${summary} ${rules.map(link).join(", ")}.`;
}

function table(standard: StandardId): string {
  const byControl = new Map<string, string[]>();
  for (const [rule, asked] of controls)
    for (const { id } of asked.filter((control) => control.standard === standard))
      byControl.set(id, [...(byControl.get(id) ?? []), rule]);
  const sorted = [...byControl].sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }));
  const rows = sorted.map(([id, rules]) => `| ${id} | ${rules.map(link).join(", ")} |`);
  return ["| control | rules |", "| --- | --- |", ...rows].join("\n");
}

function link(rule: string): string {
  return `[\`${rule}\`](rules/README.md#${rule})`;
}
