import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

const constant = /^const (_\w+) = ("[^"\\]*");$/gm;
const computedKey = /\[(_\w+)\]:/g;

/**
 * Writes out the names of members in the schemas of AWS clients: `{ [_xN]: 1 }` as `{ "xmlName": 1 }`. A
 * computed name might run code, for all that the bundler knows, so that it would keep each schema, used or
 * not.
 */
export const plainKeys: Plugin = {
  name: "plain-keys",
  setup(build) {
    build.onLoad({ filter: /client-[a-z0-9-]+[/\\].*[/\\]schemas_\d+\.js$/ }, async ({ path }) => ({
      contents: withPlainKeys(await readFile(path, "utf8")),
      loader: "js",
    }));
  },
};

/**
 * The text of a module, with the string constants of its own in place of the names by which members are
 * computed.
 */
export function withPlainKeys(text: string): string {
  const values = new Map([...text.matchAll(constant)].map(([, name = "", value = ""]) => [name, value]));
  return text.replace(computedKey, (whole, name: string) => {
    const value = values.get(name);
    return value === undefined ? whole : `${value}:`;
  });
}
