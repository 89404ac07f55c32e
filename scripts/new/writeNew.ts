import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { withEntry } from "./indexEntry.ts";
import type { Recipe } from "./recipe.ts";

/**
 * Writes what a recipe plans below a folder, and returns what it did and what is left to do, a line each.
 * Throws an Error, and writes nothing, if the name is not acceptable or one of the files exists.
 */
export async function writeNew(recipe: Recipe, name: string, root: string): Promise<readonly string[]> {
  const { files, index, generate, next } = await recipe.plan(name, root);
  const taken = files.find(({ path }) => existsSync(join(root, path)));
  if (taken) throw new Error(`${taken.path} exists already.`);
  const listed = index && withEntry(await readFile(join(root, index.path), "utf8"), index);
  for (const { path, text } of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  if (index && listed !== undefined) await writeFile(join(root, index.path), listed);
  return [
    ...files.map(({ path }) => `made    ${path}`),
    ...(index ? [`changed ${index.path}`] : []),
    "",
    "Next:",
    ...[...next, generate ? "npm run generate && npm run format" : "npm run format"].map(
      (step, at) => `  ${at + 1}. ${step}`,
    ),
  ];
}
