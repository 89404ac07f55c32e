import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { isRunning } from "./orphaned.ts";

/** The folder of this machine for what is expensive to make again, outside any checkout. */
export function cacheRoot(env: NodeJS.ProcessEnv = process.env): string {
  return join(env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "taskwright");
}

const marker = ".complete";
const building = "building-";

/**
 * Gives the folder `root/name`, made by `make` when it is missing or not whole. It is made in a
 * temporary folder beside it and moved, so that nobody ever sees half of it; two processes that make
 * it at once do not disturb each other.
 */
export async function cached(
  root: string,
  name: string,
  make: (directory: string) => Promise<void>,
): Promise<string> {
  const target = join(root, name);
  if (await isWhole(target)) return target;
  await mkdir(root, { recursive: true });
  await removeAbandoned(root);
  const temporary = await mkdtemp(join(root, `${building}${process.pid}-`));
  try {
    await make(temporary);
    await writeFile(join(temporary, marker), String(await countFiles(temporary)));
    await moveUnlessThere(temporary, target);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return target;
}

/** Whether the folder was finished and has lost no file since. */
export async function isWhole(directory: string): Promise<boolean> {
  const expected = await readFile(join(directory, marker), "utf8").catch(() => undefined);
  return expected !== undefined && (await countFiles(directory)) > Number(expected);
}

async function countFiles(directory: string): Promise<number> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory()).length;
}

async function moveUnlessThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOTEMPTY") throw error;
    if (await isWhole(to)) return;
    await rm(to, { recursive: true });
    await rename(from, to);
  }
}

/** Removes what processes that were killed left half made. */
async function removeAbandoned(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    const pid = Number(new RegExp(`^${building}(\\d+)-`).exec(name)?.[1]);
    if (pid && !isRunning(pid)) await rm(join(root, name), { recursive: true, force: true });
  }
}
