// Builds the programs of the product into dist/.
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import * as esbuild from "esbuild";
import { copies, programs } from "./scripts/build/programs.ts";
import { readRulePages } from "./scripts/build/rulePages.ts";

/** With source maps and readable code. `--watch` builds again whenever a source changes. */
const development = process.argv.includes("--dev");

await mkdir("dist", { recursive: true });
// The names of its pieces change with their content.
await rm("dist/aws", { recursive: true, force: true });
// The sources are ES modules; the bundles are CommonJS, which every supported VS Code can load as the entry of an extension.
await writeFile("dist/package.json", '{ "type": "commonjs" }\n');
await Promise.all(copies.map((path) => copyFile(`node_modules/${path}`, `dist/${path.split("/").at(-1)}`)));
await writeFile("dist/rulePages.json", JSON.stringify(await readRulePages()));
const builds = programs(development);
if (process.argv.includes("--watch")) {
  for (const build of builds) await (await esbuild.context(build)).watch();
  console.log("Built. Watching the sources; Ctrl+C ends it.");
} else await Promise.all(builds.map((build) => esbuild.build(build)));
