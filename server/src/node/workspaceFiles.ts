import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { WorkspaceFile } from "../host.ts";

/** Names under which task definitions and services are kept; other files are known only while they are open. */
const watchedNames = /task[-_]?def|container[-_]?def|service|\btd\b/i;

const isWatched = (name: string): boolean => /\.(?:jsonc?|ya?ml)$/i.test(name) && watchedNames.test(name);

const skippedFolders =
  /^(?:\.git|\.hg|\.svn|\.terraform|\.venv|bower_components|build|cdk\.out|coverage|dist|node_modules|out|target|vendor)$/;

/** Larger files are no task definitions: the API takes 64 KiB, and describe output and comments may add to it. */
const largestBytes = 512 * 1024;

/** Workspaces can be home folders: what is not found within this many entries stays unknown. */
const mostEntries = 50_000;

/** Yields the files below a workspace folder that may be ours. Folders and files that cannot be read are passed over. */
export async function* findWorkspaceFiles(folderUri: string): AsyncGenerator<WorkspaceFile> {
  if (!folderUri.startsWith("file:")) return;
  const folders = [fileURLToPath(folderUri)];
  let entries = 0;
  for (
    let folder = folders.shift();
    folder !== undefined && entries < mostEntries;
    folder = folders.shift()
  ) {
    for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
      entries++;
      if (entry.isDirectory() && !skippedFolders.test(entry.name)) folders.push(join(folder, entry.name));
      if (!entry.isFile() || !isWatched(entry.name)) continue;
      const file = await readWorkspaceFile(pathToFileURL(join(folder, entry.name)).href);
      if (file) yield file;
    }
  }
}

/** The file of a URI, or undefined when it is gone, unreadable or too large. */
export async function readWorkspaceFile(uri: string): Promise<WorkspaceFile | undefined> {
  try {
    const path = fileURLToPath(uri);
    if ((await stat(path)).size > largestBytes) return undefined;
    return { uri, text: await readFile(path, "utf8") };
  } catch {
    return undefined; // deleted between two events, or not ours to read: the same as not there
  }
}
