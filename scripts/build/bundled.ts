import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { copies, programs } from "./programs.ts";

/** A package of npm whose code is in the programs. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** As its manifest names it: `MIT`. */
  readonly license: string;
  /** Undefined where its manifest names none. */
  readonly author?: string;
  /** The texts of its licence and notice files. */
  readonly texts: readonly string[];
}

export interface Bundled {
  /** By name and version. */
  readonly packages: readonly BundledPackage[];
  /** Names of those that the product's own sources import. */
  readonly imported: readonly string[];
}

/** What of npm is in the programs, as the bundler says. Builds them all without writing anything. */
export async function readBundled(): Promise<Bundled> {
  const results = await Promise.all(
    // Readable code is bundled faster, and of the same files.
    programs(false).map((options) =>
      build({ ...options, minify: false, write: false, metafile: true, logLevel: "error" }),
    ),
  );
  const folders = new Set<string>();
  const imported = new Set<string>();
  for (const { metafile } of results) {
    for (const { inputs } of Object.values(metafile.outputs))
      for (const [file, { bytesInOutput }] of Object.entries(inputs))
        if (bytesInOutput > 0) add(folders, packageFolder(file));
    for (const [file, { imports }] of Object.entries(metafile.inputs))
      if (packageFolder(file) === undefined)
        for (const { path } of imports) add(imported, nameOf(packageFolder(path)));
  }
  for (const file of copies.map((path) => `node_modules/${path}`)) {
    add(folders, packageFolder(file));
    add(imported, nameOf(packageFolder(file)));
  }
  const packages = await Promise.all([...folders].map(readPackage));
  return {
    packages: packages.toSorted((a, b) => compare(a.name, b.name) || compare(a.version, b.version)),
    imported: [...imported].sort(compare),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function add(names: Set<string>, name: string | undefined): void {
  if (name !== undefined) names.add(name);
}

const nameOf = (folder: string | undefined): string | undefined => folder?.split("node_modules/").at(-1);

/** `node_modules/@aws-sdk/client-ecs` of a file below it. */
function packageFolder(file: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0];
}

async function readPackage(folder: string): Promise<BundledPackage> {
  const { name, version, license, author } = JSON.parse(
    await readFile(join(folder, "package.json"), "utf8"),
  ) as {
    name: string;
    version: string;
    license?: string;
    author?: string | { readonly name: string };
  };
  const by = typeof author === "object" ? author.name : author;
  const files = (await readdir(folder)).filter((file) => /^(?:licen[cs]e|copying|notice)\b/i.test(file));
  const texts = await Promise.all(files.sort(compare).map((file) => readFile(join(folder, file), "utf8")));
  if (license === undefined) throw new Error(`${name} ${version} is bundled and names no licence.`);
  return {
    name,
    version,
    license,
    ...(by !== undefined && { author: by }),
    texts: texts.map((text) => text.replaceAll("\r\n", "\n").trim()),
  };
}
