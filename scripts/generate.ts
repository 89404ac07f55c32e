// Writes what is generated from the sources; with --check, compares only and exits 1 naming what differs.
import { readFile, writeFile } from "node:fs/promises";
import { capabilities } from "./generate/capabilities.ts";
import { configurationSchema } from "./generate/configurationSchema.ts";
import { controlsPage } from "./generate/controlsPage.ts";
import { expressions } from "./generate/expressions.ts";
import { inputSchemas } from "./generate/inputs/inputSchema.ts";
import { manifest } from "./generate/manifest.ts";
import { notices } from "./generate/notices.ts";
import type { Part } from "./generate/part.ts";
import { permissions } from "./generate/permissions.ts";
import { releasedRules } from "./generate/releasedRules.ts";
import { ruleNotes } from "./generate/ruleNotes.ts";
import { ruleSettings } from "./generate/ruleSettings.ts";
import { ruleTable } from "./generate/ruleTable.ts";
import { schemaRules } from "./generate/schemaRules.ts";
import { simulatorPage } from "./generate/simulatorPage.ts";

const parts: readonly Part[] = [
  capabilities,
  configurationSchema,
  controlsPage,
  ...inputSchemas,
  expressions,
  manifest,
  notices,
  permissions,
  releasedRules,
  ...ruleNotes,
  ruleSettings,
  ruleTable,
  schemaRules,
  simulatorPage,
];
const checkOnly = process.argv.includes("--check");
let stale = 0;

for (const part of parts) {
  const { file, what } = part;
  const current = await readFile(file, "utf8").catch(() => "");
  const wanted = await part.render(current);
  if (wanted === current) continue;
  if (!checkOnly) {
    await writeFile(file, wanted);
    console.log(`${file}: wrote ${what}`);
    continue;
  }
  stale += 1;
  console.error(
    `${file}: ${what} is stale at line ${firstDifference(current, wanted)}. Run "npm run generate".`,
  );
}
process.exitCode = stale > 0 ? 1 : 0;

function firstDifference(a: string, b: string): number {
  const [linesA, linesB] = [a.split("\n"), b.split("\n")];
  return linesA.findIndex((line, index) => line !== linesB[index]) + 1 || linesA.length + 1;
}
