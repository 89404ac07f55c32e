import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { WorkspaceFile } from "../host.ts";
import { isSkippedFolder, isWatchedName } from "../watchedFiles.ts";
import { readText } from "./readText.ts";

/**
 * Larger files are no task definitions: the API takes 64 KiB, and describe output and comments may add to it.
 */
const largestBytes = 512 * 1024;

/** Workspaces can be home folders: what is not found within this many entries stays unknown. */
const mostEntries = 50_000;

/**
 * Yields the files below a workspace folder that may be ours. Folders and files that cannot be read are
 * passed over.
 *
 * @param onUnreadable is told each of them, with the reason
 */
export async function* findWorkspaceFiles(
  folderUri: string,
  onUnreadable: (path: string, reason: unknown) => void = () => {},
): AsyncGenerator<WorkspaceFile> {
  if (!folderUri.startsWith("file:")) return;
  const folders = [fileURLToPath(folderUri)];
  let entries = 0;
  for (
    let folder = folders.shift();
    folder !== undefined && entries < mostEntries;
    folder = folders.shift()
  ) {
    const path = folder;
    const found = await readdir(path, { withFileTypes: true }).catch((reason: unknown) => {
      onUnreadable(path, reason);
      return [];
    });
    for (const entry of found) {
      entries++;
      if (entry.isDirectory() && !isSkippedFolder(entry.name)) folders.push(join(folder, entry.name));
      if (!entry.isFile() || !isWatchedName(entry.name)) continue;
      const file = join(folder, entry.name);
      const text = await readText(file, largestBytes).catch((reason: unknown) => {
        onUnreadable(file, reason);
        return undefined;
      });
      if (text !== undefined) yield { uri: pathToFileURL(file).href, text };
    }
  }
}

/** The file of a URI, or undefined when it is gone, unreadable or too large. */
export async function readWorkspaceFile(uri: string): Promise<WorkspaceFile | undefined> {
  try {
    return { uri, text: await readText(fileURLToPath(uri), largestBytes) };
  } catch {
    return undefined; // deleted between two events, or not ours to read: the same as not there
  }
}
