import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A file as people write them. */
export interface RealisticFile {
  readonly name: string;
  readonly text: string;
}

const root = new URL("../../", import.meta.url);
const corpus = new URL("../shared/corpus/", root);

/**
 * The samples, and files of other people where these are beside the project.
 *
 * @param share one of how many of the latter
 */
export function realisticFiles(share: number): readonly RealisticFile[] {
  const samples = globSync("samples/**/*.json", { cwd: fileURLToPath(root) }).map((name) => ({
    name,
    text: readFileSync(new URL(name, root), "utf8"),
  }));
  if (!existsSync(corpus)) return samples;
  const files = new URL("files/", corpus);
  return [
    ...samples,
    ...readdirSync(files)
      .filter((_, index) => index % share === 0)
      .map((name) => ({ name, text: readFileSync(new URL(name, files), "utf8") })),
  ];
}
