import { ruleFacts } from "../../server/src/service/rules/index.ts";
import { presets } from "../../server/src/service/rules/presets.ts";
import type { Part } from "./part.ts";

/** The schema of .taskwrightrc.json, by which editors complete the ids of rules. */
export const configurationSchema: Part = {
  file: "schemas/taskwrightrc.schema.json",
  what: "the schema of .taskwrightrc.json",
  async render() {
    const schema = {
      $schema: "http://json-schema.org/draft-07/schema#",
      title: "Settings of Taskwright beside the sources",
      type: "object",
      allowTrailingCommas: true,
      additionalProperties: false,
      properties: {
        $schema: { type: "string" },
        presets: { $ref: "#/definitions/presets" },
        rules: { $ref: "#/definitions/rules" },
        overrides: {
          description: "Severities for some of the files. Later entries count more.",
          type: "array",
          items: {
            type: "object",
            required: ["files"],
            additionalProperties: false,
            properties: {
              files: {
                description:
                  "Patterns for paths, seen from the folder of this file: `*` and `?` for letters, `**` for folders.",
                type: "array",
                minItems: 1,
                items: { type: "string" },
              },
              presets: { $ref: "#/definitions/presets" },
              rules: { $ref: "#/definitions/rules" },
            },
          },
        },
      },
      definitions: { presets: presetNames(), rules: severities() },
    };
    return `${JSON.stringify(schema, null, 2)}\n`;
  },
};

function presetNames(): unknown {
  return {
    description: "Turns on several rules at once. What `rules` says of a rule counts more.",
    type: "array",
    uniqueItems: true,
    items: {
      enum: presets.map(({ id }) => id),
      enumDescriptions: presets.map(({ summary }) => summary),
    },
  };
}

function severities(): unknown {
  const sorted = ruleFacts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    description:
      "The severity of each rule, or off. Holds for the files in this folder and below, in the editor and on the command line.",
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(
      sorted.map(({ id, summary, severity }) => [
        id,
        {
          description: `${summary} (${severity})`,
          enum: ["error", "warning", "information", "hint", "off"],
        },
      ]),
    ),
  };
}
