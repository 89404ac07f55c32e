// Builds the programs of the product into dist/. Each is a bundle of its own, so that opening a task
// definition loads no AWS code.
import { mkdir, rm, writeFile } from "node:fs/promises";
import * as esbuild from "esbuild";

/** With source maps and readable code. `--watch` builds again whenever a source changes. */
const development = process.argv.includes("--dev");

/** Leaves the lazily imported AWS code out of the extension's bundle: it is dist/aws/index.mjs. */
const lazyAws = {
  name: "lazy-aws",
  setup(build) {
    build.onResolve({ filter: /aws\/index\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./aws/index.mjs", external: true } : undefined,
    );
  },
};

/** Leaves the parsers out that are loaded on first use: each is a program of its own. */
const lazyParsers = {
  name: "lazy-parsers",
  setup(build) {
    build.onResolve({ filter: /\/syntax\/\w+\/parser\.ts$/ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path: `./${path.split("/").at(-2)}.js`, external: true } : undefined,
    );
  },
};

const shared = {
  bundle: true,
  outdir: "dist",
  platform: "node",
  format: "cjs",
  // The UMD builds that "main" names elsewhere hide their require calls from the bundler.
  mainFields: ["module", "main"],
  minify: !development,
  sourcemap: development,
  logLevel: "warning",
};

const programs = [
  {
    entryPoints: { extension: "client/src/extension.ts" },
    target: "node20",
    external: ["vscode"],
    plugins: [lazyAws],
  },
  {
    // In pieces, so that each AWS client is read on its first use: reading them all at once blocks for a quarter second.
    entryPoints: { index: "client/src/aws/index.ts" },
    outdir: "dist/aws",
    outExtension: { ".js": ".mjs" },
    format: "esm",
    splitting: true,
    target: "node20",
    // Modules have no `require`, by which some packages get Node's own modules.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  },
  { entryPoints: { server: "server/src/main.node.ts" }, target: "node20", plugins: [lazyParsers] },
  {
    entryPoints: { cli: "server/src/node/cli.ts" },
    target: "node20",
    banner: { js: "#!/usr/bin/env node" },
    plugins: [lazyParsers],
  },
  { entryPoints: { yaml: "server/src/service/syntax/yaml/parser.ts" }, target: "node20" },
  { entryPoints: { simulator: "simulator/src/main.ts" }, target: "node20" },
];

await mkdir("dist", { recursive: true });
// The names of its pieces change with their content.
await rm("dist/aws", { recursive: true, force: true });
// The sources are ES modules; the bundles are CommonJS, which every supported VS Code can load as the entry of an extension.
await writeFile("dist/package.json", '{ "type": "commonjs" }\n');
const builds = programs.map((program) => ({ ...shared, ...program }));
if (process.argv.includes("--watch")) {
  for (const build of builds) await (await esbuild.context(build)).watch();
  console.log("Built. Watching the sources; Ctrl+C ends it.");
} else await Promise.all(builds.map((build) => esbuild.build(build)));
