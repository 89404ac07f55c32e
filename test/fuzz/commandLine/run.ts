import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FuzzFile } from "../case.ts";
import { Fault } from "../fault.ts";
import { mutated } from "../mutations.ts";
import { Random } from "../random.ts";

const program = fileURLToPath(new URL("../../../dist/cli.js", import.meta.url));

/** Runs the command line once on a folder of odd files. Everything is drawn by lot, the same for a seed. */
export function commandLineRun(files: readonly FuzzFile[], seed: number): void {
  const random = new Random(seed);
  const folder = mkdtempSync(join(tmpdir(), "taskwright-fuzz-"));
  try {
    const names = Array.from({ length: 1 + random.below(5) }, () => plant(folder, files, random));
    const args = anyArguments(names, random);
    const { status, signal, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: folder,
      encoding: "utf8",
      input: mutated(random.pick(files).text, random, ""),
      maxBuffer: 1 << 30,
    });
    const shown = `${JSON.stringify(args)}\n${stdout.slice(0, 700)}\n---\n${stderr.slice(0, 1500)}`;
    if (signal !== null || status === null || status > 2)
      throw new Fault("a strange end", `${signal} ${status} ${shown}`);
    if (/^\s+at .*:\d+/m.test(stderr)) throw new Fault("a stack trace", shown);
    if (/(?!\n)[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E]/u.test(stdout + stderr))
      throw new Fault("a control character", shown);
    checkFormat(args, stdout, shown);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function checkFormat(args: readonly string[], output: string, shown: string): void {
  const format = args.includes("--format") ? args[args.indexOf("--format") + 1] : "text";
  if (
    output
      .split("\n")
      .some(
        (line) =>
          line.startsWith("::") && !(format === "github" && /^::(?:error|warning|notice) file=/.test(line)),
      )
  )
    throw new Fault("a workflow command", shown);
  if (output === "" || (format !== "json" && format !== "sarif")) return;
  try {
    JSON.parse(output);
  } catch {
    throw new Fault(`output that is not ${format}`, shown);
  }
}

const names = [
  "task-definition.json",
  "ecs-service.json",
  "template.yaml",
  "main.tf",
  "::stop-commands::x.json",
  "::error::task-definition.json",
  "\u001b[31mtask-definition.json",
  "a\nb-task-definition.json",
  "a\r::warning::task-definition.json",
  "\u202etask-definition.json",
  "-rf-task-definition.json",
  "--format.json",
  " .json",
  "%0A::x.json",
  "\u0085.json",
  "a'\"`$(x).json",
  "é\u0301.jsonc",
  "node_modules/task-definition.json",
  "sub/deep/er/ecs-service.json",
  "\ud83d.json",
];

/** Puts something into a folder. Gives its name. */
function plant(folder: string, files: readonly FuzzFile[], random: Random): string {
  const name = random.pick(names);
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  const text = mutated(random.pick(files).text, random, random.pick(files).text);
  try {
    random.pick(plants)(path, text, random);
  } catch (error) {
    // The name is taken already.
    if (!["EEXIST", "EISDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
  return name;
}

type Plant = (path: string, text: string, random: Random) => void;

const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le");

const written: readonly Plant[] = [
  (path, text) => writeFileSync(path, text),
  (path, text) => writeFileSync(path, `\ufeff${text}`),
  (path, text) => writeFileSync(path, utf16(`\ufeff${text}`)),
  (path, text) => writeFileSync(path, utf16(text).subarray(0, -1)),
  (path, text) => writeFileSync(path, utf16(`\ufeff${text}`.padEnd(1)).swap16()),
  (path, text, random) => {
    const bytes = Buffer.from(text);
    for (let count = 0; count < 5 && bytes.length > 0; count++)
      bytes[random.below(bytes.length)] = random.below(256);
    writeFileSync(path, bytes);
  },
  (path, text) => writeFileSync(path, text, { mode: 0o000 }),
];

const settings = [
  '{"rules":{"image-tag-latest":"off"}}',
  '{"rules":{"x":"off"}}',
  '{"rules":{"image-tag-latest":5}}',
  '{"rules":[]}',
  "{",
  "null",
  '{"rules":{"__proto__":"off"}}',
  '{"\u001b[31m":1}',
  '{"rules":{"\\u001b[31m\\n::error::x":"off"}}',
];

const plants: readonly Plant[] = [
  ...written,
  ...written,
  (path) => mkdirSync(path),
  (path) => symlinkSync(path, path),
  (path) => symlinkSync(`${path}.gone`, path),
  (path) => symlinkSync("..", path),
  (path) => symlinkSync("/dev/null", path),
  (path) => symlinkSync("/dev/zero", path),
  // A FIFO below a folder is not waited for; one that is named is, so that its writer has to be there.
  (path) => void spawnSync("mkfifo", [join(path, "../fifo-task-definition.json")]),
  (path) => writeFileSync(path, ""),
  (path) => writeFileSync(path, `${'{"a":'.repeat(50_000)}1`),
  (path, _, random) => writeFileSync(join(path, "../.taskwrightrc.json"), random.pick(settings)),
  (path) => mkdirSync(join(path, "../.taskwrightrc.json")),
  (path) => symlinkSync("/etc/passwd", join(path, "../.taskwrightrc.json")),
];

const options = [
  ["--format", "json"],
  ["--format", "sarif"],
  ["--format", "github"],
  ["--format", "text"],
  ["--format", "\u001b[31m"],
  ["--fix"],
  ["--ignore-unknown"],
  ["--max-warnings", "1"],
  ["--max-warnings", "-1"],
  ["--max-warnings", "1e9"],
  ["--stdin-name", "::x.json", "-"],
  ["--no-such-option"],
  ["--"],
  ["-"],
  ["."],
  ["gone.json"],
  [""],
];

function anyArguments(planted: readonly string[], random: Random): readonly string[] {
  const chosen = Array.from({ length: random.below(3) }, () => random.pick(options)).flat();
  const paths = random.oneIn(2) ? ["."] : random.oneIn(2) ? planted : [];
  return random.oneIn(20)
    ? [random.pick(["help", "__proto__", "\u001b[31m"]), ...chosen]
    : ["check", ...chosen, ...paths];
}
