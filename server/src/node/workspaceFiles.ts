import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { WorkspaceFile } from "../host.ts";
import { isSkippedFolder, isWatchedName } from "../watchedFiles.ts";

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
      if (entry.isDirectory() && !isSkippedFolder(entry.name)) folders.push(join(folder, entry.name));
      if (!entry.isFile() || !isWatchedName(entry.name)) continue;
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
