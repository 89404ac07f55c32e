import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { glob, mkdir, mkdtemp, readFile, rm, copyFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";

/** Where a command stands, and its words. */
interface Documented {
  readonly file: string;
  readonly words: readonly string[];
}

/** Programs that are not ours, or that `npm test` runs in other ways. */
const ofOthers = ["aws", "brew", "code", "curl", "export", "sudo", "xcode-select"];

const manifest = JSON.parse(await readFile("package.json", "utf8")) as { scripts: Record<string, string> };

/** All commands of the documentation. */
async function documented(): Promise<readonly Documented[]> {
  const found: Documented[] = [];
  for (const pattern of ["*.md", "docs/*.md", "bench/*.md", "schemas/*.md", "samples/*.md", ".github/*.md"])
    for await (const file of glob(pattern))
      for (const command of commandsIn(await readFile(file, "utf8")))
        found.push({ file, words: wordsOf(command) });
  return found;
}

/** Lines of shell; lines of other blocks, and what stands in backticks, that begin like a command of ours. */
function commandsIn(text: string): readonly string[] {
  const found: string[] = [];
  let language: string | undefined;
  for (const line of text.split("\n")) {
    const fence = /^\s*```+(\w*)/.exec(line);
    if (fence) language = language === undefined ? fence[1] : undefined;
    else if (language === undefined)
      found.push(...[...line.matchAll(/`((?:npm|npx|node) [^`]+)`/g)].map(([, command = ""]) => command));
    else if (/^(?:sh|shell|bash)$/.test(language)) found.push(...apart(line));
    else
      found.push(
        ...apart(line.replace(/^\s*(?:- run|entry): /, "")).filter((part) => /^(?:npm|npx|node) /.test(part)),
      );
  }
  return found;
}

/** The commands of a line, two spaces or more apart, without the comment. */
function apart(line: string): readonly string[] {
  return line
    .replace(/(?:^|\s)#\s.*/, "")
    .split(/\s{2,}/)
    .filter(Boolean);
}

/** The words of a command, without quotes. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? "");
}

/** The sources of a script and of what it imports from its folder of the same name. */
async function sourcesOf(script: string): Promise<string> {
  let text = "";
  for await (const file of glob([
    script,
    `${script.replace(/\.ts$/, "")}/**/*.ts`,
    `${dirname(script)}/options.ts`,
  ]))
    text += await readFile(file, "utf8");
  return text;
}

describe("the commands of npm", () => {
  it("are all run by the Node of the project, so that they run with every Node that npm runs with", () => {
    for (const [name, script] of Object.entries(manifest.scripts))
      for (const part of script.split(" && "))
        assert.match(part, /^node scripts\/bootstrap\.mjs \S+/, `npm run ${name}`);
  });

  it("name files that are there", () => {
    for (const [name, script] of Object.entries(manifest.scripts))
      for (const [, file = ""] of script.matchAll(/bootstrap\.mjs (\S+)/g))
        assert.ok(existsSync(file), `npm run ${name}: ${file}`);
  });
});

const all = await documented();

describe("every command of the documentation", () => {
  const of = (test: (words: readonly string[]) => boolean) => all.filter(({ words }) => test(words));
  const isOurs = (name: string) => (words: readonly string[]) =>
    words[0] === "node" && (words[1] ?? "").endsWith(`dist/${name}`);

  it("is one that is run or looked at here", () => {
    const known = (words: readonly string[]): boolean =>
      ["npm", "npx", ...ofOthers].includes(words[0] ?? "") ||
      ["cli.js", "server.js", "simulator.js"].some((name) => isOurs(name)(words));
    const unknown = all.filter(({ words }) => !known(words));
    assert.deepEqual(
      unknown.map(({ file, words }) => `${file}: ${words.join(" ")}`),
      [],
    );
    assert.ok(all.length > 30, `Only ${all.length} were found.`);
  });

  it("of npm is a script of the manifest that knows its options", async () => {
    const others = ["ci", "install", "config", "rebuild"];
    for (const { file, words } of of(([program]) => program === "npm")) {
      const [, verb = "", name = ""] = words;
      if (others.includes(verb)) continue;
      const script = manifest.scripts[verb === "run" ? name : verb];
      assert.ok(script, `${file}: ${words.join(" ")}`);
      const [, target = ""] = /bootstrap\.mjs (\S+)/.exec(script) ?? [];
      const options = words.includes("--")
        ? words.slice(words.indexOf("--")).filter((word) => /^--\w/.test(word))
        : [];
      if (!target.startsWith("node_modules/"))
        for (const option of options)
          assert.match(
            await sourcesOf(target),
            new RegExp(`["']?${option.slice(2)}["']?: \\{|"${option}"`),
            `${file}: ${words.join(" ")}`,
          );
    }
  });

  it("of npx is mocha with files that are there", async () => {
    for (const { file, words } of of(([program]) => program === "npx")) {
      assert.equal(words[1], "mocha", `${file}: ${words.join(" ")}`);
      const pattern = words.find((word) => word.startsWith("test/")) ?? "";
      const files = [];
      for await (const found of glob(pattern)) files.push(found);
      assert.notDeepEqual(files, [], `${file}: ${words.join(" ")}`);
    }
  });

  it("of the command line checks what it names", async () => {
    const folder = await mkdtemp(join(tmpdir(), "documented-"));
    await mkdir(join(folder, "deploy"));
    for (const name of ["task-definition.json", "ecs-service.json"])
      await copyFile(join("samples/orders", name), join(folder, "deploy", name));
    const commands = of(isOurs("cli.js"));
    assert.notEqual(commands.length, 0);
    for (const { words } of commands) {
      // pre-commit adds the names of files.
      const namesNone = words.slice(words.indexOf("check") + 1).every((word) => word.startsWith("--"));
      const named = namesNone ? ["deploy/task-definition.json", "deploy/ecs-service.json"] : [];
      const args = [resolve("dist/cli.js"), ...words.slice(2), ...named];
      // It rejects when the exit code is not 0.
      const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder });
      assert.match(stdout, /2 files|file=deploy\/ecs-service\.json/);
    }
    await rm(folder, { recursive: true });
  });

  it("of the simulator starts it", async () => {
    const commands = of(isOurs("simulator.js"));
    assert.notEqual(commands.length, 0);
    for (const { words } of commands) {
      // Its port may be taken here.
      const args = words.slice(2).map((word) => (/^\d+$/.test(word) ? "0" : word));
      const simulator = spawn(process.execPath, [resolve("dist/simulator.js"), ...args]);
      const [line] = (await once(simulator.stdout, "data")) as [Buffer];
      assert.match(line.toString(), /^\{"endpoint":"http:\/\/127\.0\.0\.1:\d+"/);
      simulator.kill();
      await once(simulator, "exit");
    }
  });

  it("of the language server starts it, and it ends with its client", async () => {
    const commands = of(isOurs("server.js"));
    assert.notEqual(commands.length, 0);
    for (const { words } of commands) {
      const server = spawn(process.execPath, [resolve("dist/server.js"), ...words.slice(2)]);
      const ended = once(server, "exit");
      server.stdin.end();
      assert.deepEqual(await ended, [1, null]);
    }
  });
});
