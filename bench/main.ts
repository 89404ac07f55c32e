// Measures what people wait for, beside programs that do the same job: in one run and in turn, as machines
// are noisy. Compare the ratios. `npm run bench -- --only editing,sizes` measures parts; `--write` makes
// docs/performance.md of it.
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import type { Section } from "./row.ts";
import { commandLine } from "./sections/commandLine.ts";
import { editing } from "./sections/editing.ts";
import { inProcess } from "./sections/inProcess.ts";
import { simulation } from "./sections/simulation.ts";
import { sizes } from "./sections/sizes.ts";
import { templates } from "./sections/templates.ts";
import { tableOf } from "./table.ts";

const sections: readonly Section[] = [editing, inProcess, templates, commandLine, simulation, sizes];
const names = sections.map(({ name }) => name).join(", ");

const { values } = parseArgs({
  options: { only: { type: "string", default: "" }, write: { type: "boolean", default: false } },
});
const wanted = values.only === "" ? undefined : values.only.split(",");
const unknown = wanted?.find((name) => !sections.some((section) => section.name === name));
if (unknown !== undefined) {
  console.error(`There is no part ${unknown}. There are: ${names}.`);
  process.exit(2);
}

const parts: string[] = [];
for (const section of sections) {
  if (wanted && !wanted.includes(section.name)) continue;
  const measured = await section.measure();
  const text = `## ${section.what}\n\n${typeof measured === "string" ? measured : tableOf(measured)}\n`;
  console.log(text);
  parts.push(text);
}
if (values.write) {
  await writeFile(new URL("../docs/performance.md", import.meta.url), page(parts));
  console.log("docs/performance.md is written.");
}

function page(measured: readonly string[]): string {
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const date = new Date().toISOString().slice(0, 10);
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  return `# Performance

Made by \`npm run bench -- --write\` on ${date}, with version ${version} and its later changes, on ${cpus().length} cores
(${processor?.model.trim() ?? "unknown"}), ${memory} GiB, Node.js ${process.versions.node}. Each figure is the median of many. Both sides of a
row were measured in turn, in one run, so compare the ratios: the figures themselves depend on the machine. A ratio
below 1 means that Taskwright is faster or smaller.

${measured.join("\n")}`;
}
