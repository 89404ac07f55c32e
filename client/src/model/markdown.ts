import { joinMarkdown, type Markdown, md } from "../../../shared/src/markdown.ts";

/** A name and what is said of it; left out when undefined or empty. */
export type Fact = readonly [name: string, value: string | number | undefined];

/** Markdown for a tooltip: a title and facts, one a line. */
export function factSheet(title: string, facts: readonly Fact[]): Markdown {
  const told = facts.filter(([, value]) => value !== undefined && value !== "");
  return joinMarkdown([md`**${title}**`, ...told.map(([name, value]) => md`${name}: ${value}`)], "  \n");
}
