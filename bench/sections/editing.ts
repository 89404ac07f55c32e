import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type BenchDocument, largestDocument, usualDocument } from "../documents.ts";
import { LanguageServer, type Program } from "../languageServer.ts";
import { inTurn, type Peer, type Row, type Section } from "../row.ts";

const root = new URL("../../", import.meta.url);
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
const warmUp = 60;
const asked = 200;

/** What an author waits for, in the language server as a process of its own. */
export const editing: Section = {
  name: "editing",
  what: "Editing a task definition, beside VS Code's JSON language server with the same schema",
  measure: async () => [
    ...(await measure(usualDocument(), 0.7)),
    ...(await measure(largestDocument(), 0.35)),
  ],
};

async function measure(document: BenchDocument, goal: number): Promise<Row[]> {
  const began = await inTurn(
    starts,
    () => timeToFirstDiagnostics(ours, document),
    () => timeToFirstDiagnostics(theirs, document),
  );
  const servers = [await LanguageServer.start(ours), await LanguageServer.start(theirs)] as const;
  for (const server of servers) await server.open(uri, document.text);
  const both = async (work: (server: LanguageServer, index: number) => Promise<unknown>, times: number) =>
    inTurn(
      times,
      (index) => timeOf(() => work(servers[0], index)),
      (index) => timeOf(() => work(servers[1], index)),
    );
  const places = placesOf(document);
  const at = (index: number): Place => places[(index * 37) % places.length]!;
  const typing = (server: LanguageServer, index: number): Promise<unknown> =>
    typeOnce(server, document, index);
  await both(typing, warmUp);
  const typed = await both(typing, asked);
  const completed = await both(
    (server, index) => server.completions(uri, at(index).line, at(index).character),
    asked,
  );
  const hovered = await both(
    (server, index) => server.hover(uri, at(index).line, at(index).character + 2),
    asked,
  );
  const memory = [servers[0].memory, servers[1].memory] as const;
  for (const server of servers) await server.stop();
  const row = (what: string, samples: { ours: number[]; theirs: number[] }, wanted: number): Row => ({
    what: `${document.name}: ${what}`,
    unit: "ms",
    ours: samples.ours,
    peer: json(samples.theirs),
    goal: wanted,
  });
  return [
    row("start to first diagnostics", began, 0.45),
    row("keystroke to diagnostics", typed, goal),
    row("completion", completed, 0.6),
    row("hover", hovered, 0.6),
    {
      what: `${document.name}: memory after that`,
      unit: "MiB",
      ours: [memory[0]],
      peer: json([memory[1]]),
      goal: 0.8,
    },
  ];
}

const json = (samples: readonly number[]): Peer => ({ name: theirs.name, samples });

interface Place {
  readonly line: number;
  readonly character: number;
}

/** The beginnings of all members. */
function placesOf({ text }: BenchDocument): readonly Place[] {
  return text
    .split("\n")
    .flatMap((each, line) => (/^\s+"/.test(each) ? [{ line, character: each.search(/\S/) }] : []));
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** From spawning the process to the first diagnostics of the document. */
function timeToFirstDiagnostics(program: Program, { text }: BenchDocument): Promise<number> {
  let server: LanguageServer | undefined;
  return timeOf(async () => {
    server = await LanguageServer.start(program);
    await server.open(uri, text);
    await server.diagnostics(uri);
  }).finally(() => server?.stop());
}

/** One keystroke and its diagnostics; each character typed is deleted again. */
async function typeOnce(
  server: LanguageServer,
  { line, character }: BenchDocument,
  index: number,
): Promise<void> {
  await server.type(uri, line, character, index % 2 === 0 ? "7" : "");
  await server.diagnostics(uri);
}
