import type { BuildOptions, Plugin } from "esbuild";
import { plainKeys } from "./plainKeys.ts";
import { schemasAsText } from "./schemasAsText.ts";
import { usedOfClients } from "./usedOfClients.ts";

/** Leaves the lazily imported AWS code out of the extension's bundle: it is dist/aws/index.mjs. */
const lazyAws: Plugin = {
  name: "lazy-aws",
  setup(build) {
    build.onResolve({ filter: /aws\/index\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./aws/index.mjs", external: true } : undefined,
    );
  },
};

/**
 * Leaves the library of the language client out of the extension's bundle, which every window loads: it is
 * dist/languageClient.js.
 */
const lazyLanguageClient: Plugin = {
  name: "lazy-language-client",
  setup(build) {
    build.onResolve({ filter: /\/languageClientLibrary\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./languageClient.js", external: true } : undefined,
    );
  },
};

/** Leaves the parsers out that are loaded on first use: each is a program of its own. */
const lazyParsers: Plugin = {
  name: "lazy-parsers",
  setup(build) {
    build.onResolve({ filter: /\/syntax\/\w+\/parser\.ts$/ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path: `./${path.split("/").at(-2)}.js`, external: true } : undefined,
    );
  },
};

/** Options of all programs; with `development`, readable and with source maps. */
const shared = (development: boolean): BuildOptions => ({
  bundle: true,
  outdir: "dist",
  platform: "node",
  format: "cjs",
  // The UMD builds that "main" names elsewhere hide their require calls from the bundler.
  mainFields: ["module", "main"],
  minify: !development,
  sourcemap: development,
  logLevel: "warning",
  // The bundles are CommonJS, where the folder of a file has another name.
  define: { "import.meta.dirname": "__dirname" },
});

/**
 * Files of packages that are put beside the programs as they are: the parser of HCL is WebAssembly, and so is
 * its grammar.
 */
export const copies: readonly string[] = [
  "web-tree-sitter/web-tree-sitter.wasm",
  "@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm",
];

/**
 * The programs of the product, each a bundle of its own, so that opening a task definition loads no AWS code.
 * @param development with source maps and readable code
 */
export function programs(development: boolean): BuildOptions[] {
  return ownOptions.map((own) => ({ ...shared(development), ...own }));
}

const ownOptions: readonly BuildOptions[] = [
  {
    entryPoints: { extension: "client/src/extension.ts" },
    target: "node22",
    external: ["vscode"],
    plugins: [lazyAws, lazyLanguageClient],
  },
  {
    entryPoints: { languageClient: "client/src/editor/languageClientLibrary.ts" },
    target: "node22",
    external: ["vscode"],
  },
  {
    // In pieces, so that each AWS client is read on its first use: reading them all at once blocks for a
    // quarter second.
    entryPoints: { index: "client/src/aws/index.ts" },
    outdir: "dist/aws",
    outExtension: { ".js": ".mjs" },
    format: "esm",
    splitting: true,
    plugins: [usedOfClients, plainKeys],
    target: "node22",
    // Modules have no `require`, by which some packages get Node's own modules.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  },
  {
    entryPoints: { server: "server/src/main.node.ts" },
    target: "node20",
    plugins: [lazyParsers, schemasAsText],
  },
  {
    entryPoints: { cli: "server/src/node/cli.ts" },
    target: "node20",
    banner: { js: "#!/usr/bin/env node" },
    plugins: [lazyParsers, schemasAsText],
  },
  { entryPoints: { yaml: "server/src/service/syntax/yaml/parser.ts" }, target: "node20" },
  {
    entryPoints: { hcl: "server/src/service/syntax/hcl/parser.ts" },
    target: "node20",
    // What the package gives to modules asks where it is, which a bundle in CommonJS cannot tell.
    alias: { "web-tree-sitter": "./node_modules/web-tree-sitter/web-tree-sitter.cjs" },
  },
  { entryPoints: { simulator: "simulator/src/main.ts" }, target: "node20" },
];
