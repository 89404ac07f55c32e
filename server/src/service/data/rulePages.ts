import { repository } from "../../../../shared/src/repository.ts";

/** Gives the address of a rule's page. */
export type RulePages = (id: string) => string;

/** Where the page of a rule can be read on the web. */
export const rulePage: RulePages = (id) => `${repository}/blob/main/docs/rules/README.md#${id}`;

/** Where an editor shows the page itself, at an address that begins like this: `taskwright-rule:/`. */
export function rulePageAt(beginning: string, id: string): string {
  return `${beginning}${id}.md`;
}
