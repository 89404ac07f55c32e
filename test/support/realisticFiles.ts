import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A file as people write them. */
export interface RealisticFile {
  readonly name: string;
  readonly text: string;
}

const root = new URL("../../", import.meta.url);
const corpus = new URL("../shared/corpus/", root);

/** The samples, and files of other people where these are beside the project. */
export function realisticFiles(): readonly RealisticFile[] {
  const samples = globSync("samples/**/*.json", { cwd: fileURLToPath(root) }).map((name) => ({ name, text: readFileSync(new URL(name, root), "utf8") }));
  if (!existsSync(corpus)) return samples;
  const files = new URL("files/", corpus);
  return [...samples, ...readdirSync(files).map((name) => ({ name, text: readFileSync(new URL(name, files), "utf8") }))];
}
