import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { isSkippedFolder } from "../../watchedFiles.ts";

/** What stands below a folder. */
export interface FilesBelow {
  /** Paths of the files whose names end like those of definitions, templates and modules, sorted. */
  readonly files: readonly string[];
  /** Paths of folders that hold what others wrote or what was made of sources: nobody looked into them. */
  readonly skippedFolders: readonly string[];
  /** What could not be read, with the reason. */
  readonly unreadable: readonly { readonly path: string; readonly reason: unknown }[];
}

/** JSON, YAML, HCL, and the ends that tools which fill in placeholders put behind `.json`. */
const wantedName =
  /\.(?:jsonc?|ya?ml|tf|tofu|template|tftpl)$|\.jsonc?\.(?:tpl|tmpl|tftpl|j2|jinja2?|erb|in|dist|example|sample|template)$/i;

/**
 * Looks through a folder and all below it. Links to files are followed, links to folders are not: they may go
 * round.
 */
export async function filesBelow(folder: string): Promise<FilesBelow> {
  const files: string[] = [];
  const skippedFolders: string[] = [];
  const unreadable: { path: string; reason: unknown }[] = [];
  const waiting = [folder];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const from = path;
    const entries = await readdir(from, { withFileTypes: true }).catch((reason: unknown) => {
      unreadable.push({ path: from, reason });
      return [];
    });
    for (const entry of entries) {
      const inside = join(from, entry.name);
      const kind = await kindOf(entry, inside).catch((reason: unknown) => {
        if (wantedName.test(entry.name)) unreadable.push({ path: inside, reason });
        return undefined;
      });
      if (kind === "skipped folder") skippedFolders.push(inside);
      else if (kind === "folder") waiting.push(inside);
      else if (kind === "file") files.push(inside);
    }
  }
  return { files: files.sort(), skippedFolders: skippedFolders.sort(), unreadable };
}

async function kindOf(
  entry: Dirent,
  path: string,
): Promise<"file" | "folder" | "skipped folder" | undefined> {
  if (entry.isDirectory()) return isSkippedFolder(entry.name) ? "skipped folder" : "folder";
  if (entry.isSymbolicLink() && (await stat(path)).isDirectory()) return "skipped folder";
  return wantedName.test(entry.name) ? "file" : undefined;
}
