import { readdirSync, readFileSync } from "node:fs";
import { ruleFacts } from "../../server/src/service/rules/index.ts";
import { type Example, parseRulePage } from "./rulePage.ts";

const folder = new URL("../../docs/rules/", import.meta.url);

/** The examples of all rule pages. */
export function rulePageExamples(): readonly Example[] {
  const ids = new Set(ruleFacts.map(({ id }) => id));
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md") && name !== "README.md")
    .flatMap((name) => parseRulePage(readFileSync(new URL(name, folder), "utf8"), ids));
}
