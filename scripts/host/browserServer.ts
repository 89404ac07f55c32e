import { existsSync } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { createHash } from "node:crypto";
import { delimiter, dirname, join } from "node:path";
import { cached, cacheRoot } from "./cache.ts";
import { needCompiler } from "./compiler.ts";
import { release } from "./release.ts";
import { run } from "./run.ts";
import { timed, type Tell } from "./stopwatch.ts";

/** Modules with C++ parts: the log files, the end of orphans, the terminal. */
const native = ["@vscode/spdlog", "@vscode/native-watchdog", "node-pty"];

/** To be raised when {@link make} makes something else, so that no machine goes on with what it has. */
const recipe = 2;

/**
 * Gives the folder of a VS Code whose window is a browser page; takes it from the machine's cache, or
 * makes it from npm packages, which takes a minute or two.
 * @param withTerminal whether one will not do whose terminal and Output view stay empty
 * @throws Error that says what the machine lacks
 */
export async function browserServer(tell: Tell, { withTerminal = true } = {}): Promise<string> {
  const name = `vscode-${release.version}-${recipe}-${process.platform}-${process.arch}`;
  const made = (suffix: string, makeMore: (directory: string) => Promise<void>): Promise<string> =>
    cached(cacheRoot(), name + suffix, (directory) =>
      timed(
        tell,
        `Preparing VS Code for the browser (${release.packageName} ${release.version}, once per machine)`,
        async () => {
          await make(directory);
          await makeMore(directory);
        },
      ),
    );
  try {
    return await made("", (directory) => compile(directory, tell));
  } catch (error) {
    if (withTerminal || !(error instanceof NotCompiled)) throw error;
    tell(`VS Code works, but its terminal and Output view stay empty. ${error.message}`);
    return made("-no-terminal", () => Promise.resolve());
  }
}

class NotCompiled extends Error {}

/** @throws NotCompiled that says why, and what to do */
async function compile(directory: string, tell: Tell): Promise<void> {
  try {
    await needCompiler(tell);
    await run("npm", ["rebuild", ...native], { cwd: directory, env: npmEnvironment() });
  } catch (error) {
    throw new NotCompiled(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

async function make(directory: string): Promise<void> {
  const env = npmEnvironment();
  await unpack(directory, env);
  // Its lockfile is not complete, which `npm ci` refuses.
  const install = ["install", "--omit=dev", "--omit=optional", "--ignore-scripts", "--no-audit", "--no-fund"];
  await run("npm", install, { cwd: directory, env });
  await addFileWatcher(directory, env);
}

/**
 * The optional package by which VS Code notices what changes in folders. Without it, extensions hear nothing
 * of that.
 */
async function addFileWatcher(directory: string, env: NodeJS.ProcessEnv): Promise<void> {
  const manifest = await readFile(join(directory, "node_modules/@parcel/watcher/package.json"), "utf8");
  const { version } = JSON.parse(manifest) as { version: string };
  const suffix = process.platform === "linux" ? "-glibc" : "";
  const name = `watcher-${process.platform}-${process.arch}${suffix}`;
  await run("npm", ["pack", `@parcel/${name}@${version}`], { cwd: directory, env });
  const archive = join(directory, `parcel-${name}-${version}.tgz`);
  const folder = join(directory, "node_modules/@parcel", name);
  await mkdir(folder);
  await run("tar", ["-xzf", archive, "-C", folder, "--strip-components=1", "package"]);
  await rm(archive);
}

async function unpack(directory: string, env: NodeJS.ProcessEnv): Promise<void> {
  const { packageName, version, integrity } = release;
  await run("npm", ["pack", `${packageName}@${version}`], { cwd: directory, env });
  const archive = join(directory, `${packageName}-${version}.tgz`);
  const digest = createHash("sha512")
    .update(await readFile(archive))
    .digest("base64");
  if (`sha512-${digest}` !== integrity)
    throw new Error(
      `The registry delivered another ${packageName} ${version} than expected: sha512-${digest}`,
    );
  await run("tar", ["-xzf", archive, "-C", directory, "--strip-components=3", "package/lib/vscode"]);
  await rm(archive);
}

function npmEnvironment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PATH: dirname(process.execPath) + delimiter + (process.env["PATH"] ?? ""),
  };
  const headers = systemNodeHeaders();
  // The native modules use Node's stable interface, so that any version's headers will do; without
  // this, node-gyp downloads those of the running version.
  return headers && !env["npm_config_nodedir"] ? { ...env, npm_config_nodedir: headers } : env;
}

function systemNodeHeaders(): string | undefined {
  const prefixes = (process.env["PATH"] ?? "")
    .split(delimiter)
    .filter(Boolean)
    .map((directory) => dirname(directory));
  return prefixes.find((prefix) => existsSync(join(prefix, "include", "node", "node_api.h")));
}
