// Measures the language server beside VS Code's own JSON language server: the same text, the same schema, in one run,
// the two in turn. Machines are noisy: compare the ratios.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type BenchDocument, largestDocument, usualDocument } from "./documents.ts";
import { LanguageServer, type Program } from "./languageServer.ts";
import { median, percentile95 } from "./median.ts";

const root = new URL("../", import.meta.url);
const schemaFile = new URL("schemas/task-definition.schema.json", root);
const uri = pathToFileURL(fileURLToPath(new URL("out/bench/task-definition.json", root))).href;

const ours: Program = {
  name: "Taskwright",
  path: fileURLToPath(new URL("dist/server.js", root)),
  languageId: "ecs-task-definition",
  settings: {},
};
const theirs: Program = {
  name: "VS Code JSON",
  path: createRequire(import.meta.url).resolve(
    "vscode-langservers-extracted/bin/vscode-json-language-server",
  ),
  languageId: "json",
  settings: {
    json: {
      validate: { enable: true },
      schemas: [{ fileMatch: ["*"], schema: JSON.parse(readFileSync(schemaFile, "utf8")) as unknown }],
    },
  },
};

const starts = 15;
const keystrokes = 200;
const warmUp = 40;

interface Row {
  readonly what: string;
  readonly ours: number;
  readonly theirs: number;
  readonly unit: string;
}

/** Milliseconds from spawning the process to the first diagnostics of the document. */
async function timeToFirstDiagnostics(program: Program, { text }: BenchDocument): Promise<number> {
  const started = performance.now();
  const server = await LanguageServer.start(program);
  await server.open(uri, text);
  await server.diagnostics(uri);
  const time = performance.now() - started;
  await server.stop();
  return time;
}

/** Milliseconds from one keystroke to its diagnostics; each character typed is deleted again. */
async function timeOfKeystroke(
  server: LanguageServer,
  { line, character }: BenchDocument,
  index: number,
): Promise<number> {
  const started = performance.now();
  await server.type(uri, line, character, index % 2 === 0 ? "7" : "");
  await server.diagnostics(uri);
  return performance.now() - started;
}

/** Milliseconds until the members are there that may stand before a line; at another place each time. */
async function timeOfCompletion(
  server: LanguageServer,
  { text }: BenchDocument,
  index: number,
): Promise<number> {
  const lines = text
    .split("\n")
    .flatMap((line, number) => (/^\s+"/.test(line) ? [{ number, start: line.search(/\S/) }] : []));
  const { number, start } = lines[(index * 37) % lines.length]!;
  const started = performance.now();
  await server.completions(uri, number, start);
  return performance.now() - started;
}

async function measure(document: BenchDocument): Promise<Row[]> {
  const first: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let index = 0; index < starts; index++) {
    first.ours.push(await timeToFirstDiagnostics(ours, document));
    first.theirs.push(await timeToFirstDiagnostics(theirs, document));
  }
  const servers = { ours: await LanguageServer.start(ours), theirs: await LanguageServer.start(theirs) };
  await servers.ours.open(uri, document.text);
  await servers.theirs.open(uri, document.text);
  const typing: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let index = 0; index < warmUp + keystrokes; index++) {
    const times = {
      ours: await timeOfKeystroke(servers.ours, document, index),
      theirs: await timeOfKeystroke(servers.theirs, document, index),
    };
    if (index < warmUp) continue;
    typing.ours.push(times.ours);
    typing.theirs.push(times.theirs);
  }
  const completing: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let index = 0; index < keystrokes; index++) {
    completing.ours.push(await timeOfCompletion(servers.ours, document, index));
    completing.theirs.push(await timeOfCompletion(servers.theirs, document, index));
  }
  const memory = { ours: servers.ours.memory, theirs: servers.theirs.memory };
  await servers.ours.stop();
  await servers.theirs.stop();
  return [
    {
      what: `${document.name}: keystroke to diagnostics`,
      ours: median(typing.ours),
      theirs: median(typing.theirs),
      unit: "ms",
    },
    {
      what: `${document.name}: completion`,
      ours: median(completing.ours),
      theirs: median(completing.theirs),
      unit: "ms",
    },
    {
      what: `${document.name}: completion, 95 of 100`,
      ours: percentile95(completing.ours),
      theirs: percentile95(completing.theirs),
      unit: "ms",
    },
    {
      what: `${document.name}: start to first diagnostics`,
      ours: median(first.ours),
      theirs: median(first.theirs),
      unit: "ms",
    },
    { what: `${document.name}: memory after typing`, ...memory, unit: "MiB" },
  ];
}

const rows = [...(await measure(usualDocument())), ...(await measure(largestDocument()))];
console.log(
  `| what (medians: ${keystrokes} keystrokes and completions, ${starts} starts) | ${ours.name} | ${theirs.name} | ratio |`,
);
console.log("| --- | ---: | ---: | ---: |");
for (const { what, ours: own, theirs: other, unit } of rows)
  console.log(
    `| ${what} | ${own.toFixed(2)} ${unit} | ${other.toFixed(2)} ${unit} | ${(own / other).toFixed(2)} |`,
  );
