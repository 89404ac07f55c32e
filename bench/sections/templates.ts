import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { stringify } from "yaml";
import { templateDocument } from "../documents.ts";
import { LanguageServer, type Program } from "../languageServer.ts";
import { cfnLint, yamlLanguageServer } from "../peers.ts";
import { processTime } from "../processTime.ts";
import { inTurn, type Row, type Section } from "../row.ts";

const root = new URL("../../", import.meta.url);
const file = fileURLToPath(new URL("out/bench/template.yaml", root));
const uri = pathToFileURL(file).href;

/** A CloudFormation template of 200 KB with five services, in YAML. */
export const templates: Section = {
  name: "templates",
  what: "A CloudFormation template in YAML, beside yaml-language-server without a schema and cfn-lint",
  async measure() {
    const text = stringify(templateDocument(), { aliasDuplicateObjects: false });
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    const size = `${Math.round(text.length / 1_000)} KB`;
    return [...(await typing(text, size)), ...(await linting(size))];
  },
};

async function typing(text: string, size: string): Promise<Row[]> {
  const ours: Program = {
    name: "Taskwright",
    path: fileURLToPath(new URL("dist/server.js", root)),
    languageId: "yaml",
    settings: {},
  };
  const theirs: Program = {
    name: "yaml-language-server",
    path: await yamlLanguageServer(),
    languageId: "yaml",
    settings: { yaml: { validate: true, schemaStore: { enable: false } } },
    pushes: true,
  };
  const servers = [await LanguageServer.start(ours), await LanguageServer.start(theirs)] as const;
  const line = text.split("\n").findIndex((each) => each.includes("4f2c9e1"));
  const character = text.split("\n")[line]!.indexOf("4f2c9e1");
  const opened = await inTurn(
    1,
    () => timeOf(() => servers[0].openAndCheck(uri, text)),
    () => timeOf(() => servers[1].openAndCheck(uri, text)),
  );
  const type = (server: LanguageServer, index: number): Promise<number> =>
    timeOf(() => server.typeAndCheck(uri, line, character, index % 2 === 0 ? "7" : ""));
  const typed = await inTurn(
    20,
    (index) => type(servers[0], index),
    (index) => type(servers[1], index),
  );
  for (const server of servers) await server.stop();
  return [
    { what: `${size}: opening to diagnostics`, samples: opened },
    { what: `${size}: keystroke to diagnostics`, samples: typed },
  ].map(({ what, samples }) => ({
    what,
    unit: "ms" as const,
    ours: samples.ours,
    peer: { name: theirs.name, samples: samples.theirs },
    goal: 1,
  }));
}

async function linting(size: string): Promise<Row[]> {
  const other = await cfnLint();
  if (!other) return [];
  const cli = fileURLToPath(new URL("dist/cli.js", root));
  const { ours, theirs } = await inTurn(
    3,
    async () => (await processTime("node", [cli, "check", file])).cpu,
    async () =>
      (await processTime(other.program, [...other.args, file], { ...process.env, ...other.env })).cpu,
  );
  return [
    {
      what: `${size}: checked from the command line, CPU time`,
      unit: "ms",
      ours,
      peer: { name: "cfn-lint", samples: theirs },
      goal: 0.02,
    },
  ];
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
