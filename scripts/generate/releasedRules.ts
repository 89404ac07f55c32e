import { ruleFacts } from "../../server/src/service/rules/index.ts";
import type { Part } from "./part.ts";

/**
 * The ids that settings and comments of users may name. The list only grows: a test finds those that are
 * gone.
 */
export const releasedRules: Part = {
  file: "server/releasedRules.json",
  what: "the ids of the rules",
  async render(current) {
    const released = current === "" ? [] : (JSON.parse(current) as readonly string[]);
    const ids = new Set([...released, ...ruleFacts.map(({ id }) => id)]);
    return `${JSON.stringify([...ids].sort(), undefined, 2)}\n`;
  },
};
