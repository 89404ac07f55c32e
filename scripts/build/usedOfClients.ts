import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Plugin } from "esbuild";

const sources = "client/src";
const namespace = "used-of-client";

/** `const { EC2Client } = await import("@aws-sdk/client-ec2")`, over several lines too. */
const naming = /\{([^{}]*)\}\s*=\s*await import\(\s*"(@aws-sdk\/client-[a-z0-9-]+)",?\s*\)/g;
const importing = /\bimport\(\s*"@aws-sdk\/client-/g;

/**
 * Bundles of each AWS client that is imported on first use only what the sources name. A dynamic import is
 * that of a whole package otherwise, which for EC2 is a megabyte for the sake of six operations.
 */
export const usedOfClients: Plugin = {
  name: namespace,
  setup(build) {
    const names = namesUsed(readSources());
    build.onResolve({ filter: /^@aws-sdk\/client-/ }, ({ kind, path, importer }) =>
      kind === "dynamic-import" && importer.startsWith(resolve(sources)) ? { path, namespace } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      contents: `export { ${[...(names.get(path) ?? [])].join(", ")} } from "${path}";`,
      resolveDir: process.cwd(),
    }));
  },
};

/**
 * What the texts of some sources take of each client.
 * Throws an Error where one imports a client without naming what it takes of it.
 */
export function namesUsed(texts: Iterable<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const used = new Map<string, Set<string>>();
  for (const text of texts) {
    const found = [...text.matchAll(naming)];
    if (found.length !== (text.match(importing)?.length ?? 0))
      throw new Error('Import an AWS client by naming what is used: const { A } = await import("…").');
    for (const [, names = "", client = ""] of found) {
      const known = used.get(client) ?? new Set();
      for (const name of names.split(",")) if (name.trim() !== "") known.add(name.trim());
      used.set(client, known);
    }
  }
  return used;
}

function readSources(): string[] {
  const files = readdirSync(sources, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join(sources, file), "utf8"));
}
