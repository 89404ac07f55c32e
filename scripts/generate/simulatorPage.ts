import * as ecs from "@aws-sdk/client-ecs";
import { apis, type Api } from "../../simulator/src/apis.ts";
import type { Part } from "./part.ts";

const marker = "<!-- What follows is written by npm run generate. -->\n";

/** The operations that the simulator plays, and those of ECS that it does not. */
export const simulatorPage: Part = {
  file: "docs/simulator.md",
  what: "the operations that are played",
  async render(current) {
    const end = current.indexOf(marker);
    if (end < 0) throw new Error(`docs/simulator.md lacks the line ${marker}`);
    return `${current.slice(0, end)}${marker}\n${apis.map(section).join("\n")}`;
  },
};

function section(api: Api): string {
  const operations = api.operations.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const rows = operations.map(({ name, note = "" }) => `| \`${name}\` | ${note} |`);
  return `### ${api.name}\n\n${summary(api)}\n\n| operation | played otherwise |\n| --- | --- |\n${rows.join("\n")}\n`;
}

function summary({ name, operations }: Api): string {
  if (name !== "ecs") return `${operations.length} operations.`;
  const played = new Set(operations.map((operation) => operation.name));
  const all = Object.keys(ecs).flatMap((key) => /^(\w+)Command$/.exec(key)?.[1] ?? []);
  const absent = all.filter((operation) => !played.has(operation)).sort();
  return `${played.size} of ${all.length} operations. Not played: ${absent.map((operation) => `\`${operation}\``).join(", ")}.`;
}
