// Builds the programs of the product into dist/. Each is a bundle of its own, so that opening a task
// definition loads no AWS code.
import { mkdir, writeFile } from "node:fs/promises";
import * as esbuild from "esbuild";

const development = process.argv.includes("--dev");

/** Leaves the lazily imported AWS code out of the extension's bundle: it is dist/aws.js. */
const lazyAws = {
  name: "lazy-aws",
  setup(build) {
    build.onResolve({ filter: /aws\/index\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./aws.js", external: true } : undefined,
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
  { entryPoints: { extension: "client/src/extension.ts" }, target: "node20", external: ["vscode"], plugins: [lazyAws] },
  { entryPoints: { aws: "client/src/aws/index.ts" }, target: "node20" },
  { entryPoints: { server: "server/src/main.ts" }, target: "node20" },
  { entryPoints: { cli: "server/src/cli.ts" }, target: "node20", banner: { js: "#!/usr/bin/env node" } },
  { entryPoints: { simulator: "simulator/src/main.ts" }, target: "node20" },
];

await mkdir("dist", { recursive: true });
// The sources are ES modules, the bundles are CommonJS, which every supported VS Code can load.
await writeFile("dist/package.json", '{ "type": "commonjs" }\n');
await Promise.all(programs.map((program) => esbuild.build({ ...shared, ...program })));
