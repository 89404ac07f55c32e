import { ruleFacts } from "../../server/src/service/rules/index.ts";
import type { RuleFacts } from "../../server/src/service/rules/rule.ts";
import { presets } from "../../server/src/service/rules/presets.ts";
import type { Part } from "./part.ts";
import { printManifest } from "./printManifest.ts";

interface Manifest {
  contributes: { configuration: { properties: Record<string, unknown> }[] };
}

const setting = "taskwright.rules";
const choices = ["error", "warning", "information", "hint", "off"];

/** The setting by which the user gives each rule a severity. */
export const ruleSettings: Part = {
  file: "package.json",
  what: `the setting ${setting}`,
  async render(current) {
    const manifest = JSON.parse(current) as Manifest;
    const section = manifest.contributes.configuration[0];
    if (!section) throw new Error("package.json has no section of settings to put the rules into.");
    section.properties[setting] = {
      type: "object",
      scope: "resource",
      default: {},
      markdownDescription:
        "The severity of each rule, or `off`. Rules that are not named here keep their own severity.",
      additionalProperties: false,
      properties: Object.fromEntries(
        ruleFacts.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((facts) => [facts.id, property(facts)]),
      ),
    };
    section.properties["taskwright.presets"] = {
      type: "array",
      scope: "resource",
      default: [],
      uniqueItems: true,
      markdownDescription:
        "Turns on several rules at once. What `#taskwright.rules#` says of a rule counts more.",
      items: {
        type: "string",
        enum: presets.map(({ id }) => id),
        enumDescriptions: presets.map(({ summary }) => summary),
      },
    };
    return printManifest(manifest);
  },
};

function property({ summary, severity, offByDefault }: RuleFacts): unknown {
  return {
    type: "string",
    enum: choices,
    description: `${summary} (${offByDefault ? `off; ${severity} when turned on` : severity})`,
  };
}
