import { stat } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { readText } from "../readText.ts";
import { findWorkspaceFiles } from "../workspaceFiles.ts";

/** A text to check. */
export interface Input {
  /** The path as it was given; below a folder, from the working directory on. */
  readonly name: string;
  readonly text: string;
  /** Whether the file itself was named, and not only a folder above it. */
  readonly isNamed: boolean;
}

/**
 * The files of a path, which may be a folder.
 *
 * @param tell takes a sentence about each file below a folder that cannot be read
 * @throws Error that says why there is nothing to check
 */
export async function readInputs(path: string, tell: (message: string) => void): Promise<readonly Input[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [{ name: path, text: await readText(path), isNamed: true }];
  } catch (error) {
    throw new Error(`cannot read ${path}: ${reasonOf(error)}`, { cause: error });
  }
  const found: Input[] = [];
  const onUnreadable = (file: string, reason: unknown): void =>
    tell(`cannot read ${relative("", file)}: ${reasonOf(reason)}; it was not checked`);
  for await (const { uri, text } of findWorkspaceFiles(pathToFileURL(resolve(path)).href, onUnreadable))
    found.push({ name: relative("", fileURLToPath(uri)), text, isNamed: false });
  if (found.length === 0)
    throw new Error(
      `found no file in ${path} that is named like a task definition or service; name the files`,
    );
  return found.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "there is no such file or folder";
  if (code === "EACCES") return "permission denied";
  return message;
}
