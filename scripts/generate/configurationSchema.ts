import { ruleFacts } from "../../server/src/service/rules/index.ts";
import type { Part } from "./part.ts";

/** The schema of .taskwrightrc.json, by which editors complete the ids of rules. */
export const configurationSchema: Part = {
  file: "schemas/taskwrightrc.schema.json",
  what: "the schema of .taskwrightrc.json",
  async render() {
    const sorted = ruleFacts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const schema = {
      $schema: "http://json-schema.org/draft-07/schema#",
      title: "Settings of Taskwright beside the sources",
      type: "object",
      additionalProperties: false,
      properties: {
        $schema: { type: "string" },
        rules: {
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
        },
      },
    };
    return `${JSON.stringify(schema, null, 2)}\n`;
  },
};
