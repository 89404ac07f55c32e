import { mkdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { usualDocument } from "../documents.ts";
import { processTime } from "../processTime.ts";
import { inTurn, type Row, type Section } from "../row.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const cli = join(root, "dist", "cli.js");
const folder = join(root, "out", "bench", "files");

/** Reads all files of a folder and parses them, and does nothing else. */
const readAndParse = `
  const { readFileSync, readdirSync } = require("node:fs");
  for (const name of readdirSync(process.argv[1])) JSON.parse(readFileSync(process.argv[1] + "/" + name, "utf8"));`;

/** The command line, by the CPU time that it takes. */
export const commandLine: Section = {
  name: "command-line",
  what: "The command line, by CPU time, beside an empty Node and beside reading and JSON.parse of the same files",
  async measure() {
    const rows = [await oneFile(), await manyFiles(1_000, 5), await tenThousand()];
    await rm(folder, { recursive: true, force: true });
    return rows;
  },
};

async function oneFile(): Promise<Row> {
  await writeFiles(1);
  const { ours, theirs } = await inTurn(
    15,
    async () => (await processTime("node", [cli, "check", folder])).cpu,
    async () => (await processTime("node", ["-e", ""])).cpu,
  );
  return { what: "one file", unit: "ms", ours, peer: { name: "empty node", samples: theirs }, goal: 1.4 };
}

async function manyFiles(count: number, times: number): Promise<Row> {
  await writeFiles(count);
  const { ours, theirs } = await inTurn(
    times,
    async () => (await processTime("node", [cli, "check", folder])).cpu,
    async () => (await processTime("node", ["-e", readAndParse, folder])).cpu,
  );
  return {
    what: `${count.toLocaleString("en-US")} files of 3 KB`,
    unit: "ms",
    ours,
    peer: { name: "read and JSON.parse", samples: theirs },
    goal: 5,
  };
}

/**
 * By the clock, as both cores may take part; beside a tenth of the files, which a linear run needs a tenth
 * for.
 */
async function tenThousand(): Promise<Row> {
  await writeFiles(10_000);
  const { wall } = await processTime("node", [cli, "check", folder]);
  await writeFiles(1_000);
  const tenth = await processTime("node", [cli, "check", folder]);
  return {
    what: "10,000 files of 3 KB, by the clock",
    unit: "ms",
    ours: [wall],
    peer: { name: "1,000 files", samples: [tenth.wall] },
    goal: 10,
  };
}

async function writeFiles(count: number): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { text } = usualDocument();
  for (let index = 0; index < count; index++)
    await writeFile(
      join(folder, `task-definition-${index}.json`),
      text.replace('"family": "bench"', `"family": "bench-${index}"`),
    );
}
