import { readFile, stat } from "node:fs/promises";
import type { Row, Section } from "../row.ts";

const root = new URL("../../", import.meta.url);

const files = [
  { what: "the package (.vsix)", path: "taskwright-VERSION.vsix", goal: 1_200 },
  { what: "the language server", path: "dist/server.js", goal: 600 },
  { what: "what VS Code reads to activate", path: "dist/extension.js", goal: 150 },
  { what: "the command line", path: "dist/cli.js", goal: 650 },
];

/** What is shipped and read, in kB of 1,000 bytes. test/scripts/build/budgets.test.ts holds it. */
export const sizes: Section = {
  name: "sizes",
  what: "Sizes",
  async measure() {
    const rows: Row[] = [];
    const manifest = await readFile(new URL("package.json", root), "utf8");
    const { version } = JSON.parse(manifest) as { readonly version: string };
    for (const { what, path, goal } of files) {
      const file = path.replace("VERSION", version);
      const found = await stat(new URL(file, root)).catch(() => undefined);
      if (!found) return `There is no ${file}: run npm run package first.`;
      rows.push({ what, unit: "kB", ours: [found.size / 1_000], goal });
    }
    return rows;
  },
};
