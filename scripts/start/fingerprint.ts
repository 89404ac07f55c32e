import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** What the package is made of. */
const sources = [
  "package.json",
  "package-lock.json",
  "esbuild.mjs",
  ".vscodeignore",
  "README.md",
  "CHANGELOG.md",
  "client",
  "server",
  "shared",
  "simulator",
  "schemas",
  "syntaxes",
  "media",
  "docs",
  "scripts",
];

/** A digest of everything that the package is made of: as long as it is the same, nothing has to be built. */
export async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  for (const source of sources)
    for (const file of await filesBelow(source)) hash.update(file).update(await readFile(file));
  return hash.digest("hex");
}

async function filesBelow(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOTDIR") return undefined;
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  if (!entries) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
