import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { resolved } from "./resolved.ts";

/** Relative imports in all their forms. */
const specifiers = /(?:\bfrom|\bimport\(|\bimport)\s*"(\.[^"]+)"/g;

/** The files that import one another in a circle: by file, everything else in its circle. */
export function circles(texts: ReadonlyMap<string, string>): ReadonlyMap<string, ReadonlySet<string>> {
  const imports = new Map([...texts].map(([file, text]) => [file, importsOf(file, text, texts)] as const));
  const below = new Map([...imports.keys()].map((file) => [file, reachable(imports, file)] as const));
  const found = new Map<string, ReadonlySet<string>>();
  for (const [file, reached] of below) {
    const circle = [...reached].filter((other) => other !== file && below.get(other)?.has(file));
    if (circle.length > 0) found.set(file, new Set(circle));
  }
  return found;
}

/** The files that some entries import, directly or through others, and the entries themselves. */
export function reachableFrom(
  texts: ReadonlyMap<string, string>,
  entries: readonly string[],
): ReadonlySet<string> {
  const imports = new Map([...texts].map(([file, text]) => [file, importsOf(file, text, texts)] as const));
  return new Set([...entries, ...entries.flatMap((entry) => [...reachable(imports, entry)])]);
}

/** The sources below some folders, by path. */
export function readSources(folders: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const folder of folders)
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith(".ts")) continue;
      const path = join(entry.parentPath, entry.name);
      texts.set(path.split(sep).join("/"), readFileSync(path, "utf8"));
    }
  return texts;
}

function importsOf(file: string, text: string, texts: ReadonlyMap<string, string>): readonly string[] {
  const targets = [...text.matchAll(specifiers)].map(([, name = ""]) => resolved(file, name));
  return targets.filter((target) => texts.has(target));
}

function reachable(imports: ReadonlyMap<string, readonly string[]>, start: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...(imports.get(start) ?? [])];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    open.push(...(imports.get(file) ?? []));
  }
  return seen;
}
