/** A name and what is said of it; left out when undefined or empty. */
export type Fact = readonly [name: string, value: string | number | undefined];

/** Markdown for a tooltip: a title and facts, one a line. */
export function factSheet(title: string, facts: readonly Fact[]): string {
  const told = facts.filter(([, value]) => value !== undefined && value !== "");
  return [
    `**${escaped(title)}**`,
    ...told.map(([name, value]) => `${escaped(name)}: ${escaped(String(value))}`),
  ].join("  \n");
}

/** Text that Markdown shows as it is. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#!|~&]/g, "\\$&");
}
