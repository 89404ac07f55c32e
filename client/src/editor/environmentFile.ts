import { lstat, readFile, realpath } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import type { EnvironmentFile } from "../host/files.ts";

/** The largest file that is read, in bytes: a list of variables is far smaller. */
const largest = 256 * 1024;

/**
 * The `.env` file in the folder of a file or the nearest above it, up to the folder of the workspace. One
 * that leads out of the workspace by a link, is no file or is too large is refused instead of read; none
 * further up is taken for it.
 *
 * @param file absolute path of a file
 * @param top absolute path of the folder of the workspace
 */
export async function nearestEnvironmentFile(
  file: string,
  top: string,
): Promise<EnvironmentFile | undefined> {
  if (!isWithin(file, top)) return undefined;
  for (let folder = dirname(file); isWithin(folder, top); folder = dirname(folder)) {
    const path = join(folder, ".env");
    if (await isThere(path)) return readWithin(path, top);
    if (folder === top || folder === dirname(folder)) return undefined;
  }
  return undefined;
}

async function readWithin(path: string, top: string): Promise<EnvironmentFile> {
  const name = relative(top, path).split(sep).join("/");
  const target = await realpath(path).catch(() => undefined);
  if (target === undefined) return { name, refused: "it leads to nothing" };
  if (!isWithin(target, await realpath(top))) return { name, refused: "it leads out of the workspace" };
  const { size, ...kind } = await kindOf(target);
  if (!kind.isFile) return { name, refused: "it is no file" };
  if (size > largest) return { name, refused: `it is larger than ${largest / 1024} KiB` };
  return { name, text: await readFile(target, "utf8") };
}

async function kindOf(path: string): Promise<{ readonly isFile: boolean; readonly size: number }> {
  const found = await lstat(path);
  return { isFile: found.isFile(), size: found.size };
}

/** A link counts, whether what it leads to is there or not. */
async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return false;
    throw error;
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
