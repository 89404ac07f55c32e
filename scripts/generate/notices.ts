import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type Bundled, type BundledPackage, readBundled } from "../build/bundled.ts";
import { readSources } from "../lint/circles.ts";
import type { Part } from "./part.ts";

/** Licences that allow what is done here, under the condition that their texts go along. */
const allowed: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "ISC",
  "MIT",
]);

const rule = `\n\n${"-".repeat(80)}\n\n`;
const mark = "Made by `npm run generate` of";

/**
 * The licences of what is bundled. Asking the bundler takes seconds, so it is only done where something has
 * changed that can change its answer; `npm run package` asks in any case.
 */
export const notices: Part = {
  file: "THIRD-PARTY-NOTICES.txt",
  what: "the licences of bundled packages",
  async render(current) {
    const known = await fingerprint();
    if (current.endsWith(`${mark} ${known}\n`)) return current;
    return noticesOf(await readBundled());
  },
};

/**
 * The whole file. Throws where a licence is not known to allow it, or a package stands among the wrong ones
 * in package.json.
 */
export async function noticesOf({ packages, imported }: Bundled): Promise<string> {
  await requireDependencies(imported);
  const refused = packages.filter(({ license }) => !allowed.has(license));
  if (refused.length > 0)
    throw new Error(`Look at the licence of ${refused.map(nameOf).join(", ")} before it is bundled.`);
  const byText = new Map<string, BundledPackage[]>();
  for (const each of packages) {
    const text = await textOf(each, packages);
    byText.set(text, [...(byText.get(text) ?? []), each]);
  }
  const head =
    "Taskwright for Amazon ECS contains code of the following packages, each under its own licence.";
  const parts = [...byText].map(([text, of]) => `${of.map(nameOf).join("\n")}\n\n${text}`);
  return `${[head, ...parts, `${mark} ${await fingerprint()}`].join(rule)}\n`;
}

const nameOf = ({ name, version, license }: BundledPackage): string => `${name} ${version} (${license})`;

/**
 * Some packages leave out the text of a licence that is the same for all; of MIT, only the author differs.
 */
async function textOf(
  { name, license, author, texts }: BundledPackage,
  all: readonly BundledPackage[],
): Promise<string> {
  if (texts.length > 0) return texts.join("\n\n");
  if (license === "MIT" && author !== undefined)
    return (await readFile("LICENSE", "utf8")).trim().replace(/^Copyright .*$/m, `Copyright (c) ${author}`);
  const same = all.find((each) => each.license === license && each.texts.length > 0);
  if (license !== "Apache-2.0" || !same) throw new Error(`${name} has no text of its licence, ${license}.`);
  return same.texts.join("\n\n");
}

/**
 * What runs is a dependency, so that tools which judge dependencies see it; what only builds and tests is
 * none.
 */
async function requireDependencies(imported: readonly string[]): Promise<void> {
  const { dependencies = {} } = JSON.parse(await readFile("package.json", "utf8")) as {
    dependencies?: Readonly<Record<string, string>>;
  };
  const names = Object.keys(dependencies).sort();
  if (names.join() !== [...imported].sort().join())
    throw new Error(
      `package.json: "dependencies" have to be what is bundled: ${[...imported].sort().join(", ")}.`,
    );
}

/**
 * What decides on the bundled packages: the versions of what runs, what the sources import, and how they are
 * built.
 */
async function fingerprint(): Promise<string> {
  const { packages } = JSON.parse(await readFile("package-lock.json", "utf8")) as {
    packages: Readonly<Record<string, { readonly version?: string; readonly dev?: boolean }>>;
  };
  const versions = Object.entries(packages)
    .filter(([folder, { dev }]) => folder !== "" && !dev)
    .map(([folder, { version }]) => `${folder} ${version}`);
  const texts = [...readSources(["shared/src", "server/src", "client/src", "simulator/src"]).values()];
  const imports = texts.flatMap((text) =>
    [...text.matchAll(/(?:from|import\()\s*"([^".][^"]*)"/g)].map(([, name = ""]) => name),
  );
  const build = await readFile("scripts/build/programs.ts", "utf8");
  return createHash("sha256")
    .update(JSON.stringify([versions.sort(), [...new Set(imports)].sort(), build]))
    .digest("hex")
    .slice(0, 16);
}
