import { readdirSync } from "node:fs";
import { controlsOf, standards } from "../../server/src/service/data/controls.ts";
import { type Evidence, evidence } from "./evidence.ts";
import { ruleFacts } from "../../server/src/service/rules/index.ts";
import type { RuleFacts } from "../../server/src/service/rules/rule.ts";
import type { Part } from "./part.ts";

const folder = "docs/rules";
const byId = new Map(ruleFacts.map((facts) => [facts.id, facts]));

/**
 * Below the heading of each rule: how grave it is, how it is known, how to turn it off, and when it may be
 * ignored.
 */
export const ruleNotes: readonly Part[] = readdirSync(folder)
  .filter((name) => name.endsWith(".md") && name !== "README.md")
  .map((name) => ({
    file: `${folder}/${name}`,
    what: "the notes below the headings",
    render: async (current) => withNotes(current),
  }));

/** Every heading outside of the examples that is the id of a rule gets its note. */
function withNotes(page: string): string {
  const parts = page.split(/^(```[\s\S]*?^```)$/m);
  return parts.map((part, index) => (index % 2 === 1 ? part : noted(part))).join("");
}

function noted(text: string): string {
  return text.replaceAll(
    /^(#{1,6} `?([\w-]+)`?)\n(?:\n> \*\*[^\n]*\n(?:>[^\n]*\n)*)?/gm,
    (all, heading: string, id: string) => {
      const facts = byId.get(id);
      return facts ? `${heading}\n\n${note(facts)}\n` : all;
    },
  );
}

function note(facts: RuleFacts): string {
  const { id, severity, offByDefault } = facts;
  const setting = offByDefault
    ? `Turn it on: \`"${id}": "${severity}"\`.`
    : `Turn it off: \`"${id}": "off"\`.`;
  const asked = controlsOf(id).map((control) => `${nameOf(control.standard)} ${control.id}`);
  return [
    `> **${capital(severity)}${offByDefault ? ", off by default" : ""}.** ${known(facts)}[${setting.slice(0, setting.indexOf(":"))}](README.md#settings)${setting.slice(setting.indexOf(":"))}`,
    `> ${mayBeIgnored(facts)}`,
    ...(asked.length > 0 ? [`> Asked by ${asked.join(", ")} ([controls](../controls.md)).`] : []),
  ].join("\n");
}

const sources: Readonly<Record<Evidence, string>> = {
  answer: "Known from AWS's answer. ",
  documentation: "Known from AWS's documentation or the model of its API. ",
  tools: "Known from the source of the container agent or of AWS's tools. ",
};

function known({ id, severity }: RuleFacts): string {
  const kind = evidence.get(id);
  if (severity !== "error") return "";
  return kind === undefined ? "Known from what this page names. " : sources[kind];
}

/** When a finding is none. */
function mayBeIgnored({ severity, offByDefault }: RuleFacts): string {
  if (offByDefault) return "It is a policy: turn it on if it is yours.";
  switch (severity) {
    case "error":
      return "Ignore it only where a tool changes the file before AWS sees it.";
    case "warning":
      return "Ignore it where the task was seen to run well as it is.";
    case "information":
    case "hint":
      return "It is advice: ignore it where you know better.";
  }
}

function nameOf(standard: string): string {
  return standards.find(({ id }) => id === standard)!.name;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
