/** The parts of the manifest that name files of the package. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly main: string;
  readonly icon?: string;
  readonly contributes?: unknown;
}

/** The programs of the product. */
const programs = [
  "extension.js",
  "languageClient.js",
  "aws/index.mjs",
  "server.js",
  "yaml.js",
  "hcl.js",
  "cli.js",
  "simulator.js",
];

/** What the parser of HCL loads. */
const wasm = ["web-tree-sitter.wasm", "tree-sitter-terraform.wasm"];

/** What may be in the package, besides the two files about it that `vsce` writes. */
const allowed = [
  /^(package|language-configuration)\.json$/,
  /^(readme|changelog)\.md$/,
  /^(LICENSE|THIRD-PARTY-NOTICES)\.txt$/,
  ...[...programs, ...wasm].map((name) => new RegExp(`^dist/${name.replace(".", "\\.")}$`)),
  // The pieces of the AWS code.
  /^dist\/aws\/[\w-]+\.mjs$/,
  /^dist\/(package|rulePages)\.json$/,
  /^schemas\/[\w-]+\.schema\.json$/,
  /^syntaxes\/[\w.-]+\.json$/,
  /^media\/([\w-]+\/)?[\w-]+\.(svg|png|md|js|css)$/,
];

/** What makes a package of these files (paths below `extension/`) unfit: a file too many or too few. */
export function faultsOf(files: readonly string[], manifest: Manifest): string[] {
  const present = new Set(files);
  const unexpected = files.filter((file) => !allowed.some((pattern) => pattern.test(file)));
  const missing = expectedFiles(manifest).filter((file) => !present.has(file));
  return [
    ...unexpected.map((file) => `${file} should not be in the package.`),
    ...missing.map((file) => `${file} is missing from the package.`),
  ];
}

function expectedFiles(manifest: Manifest): string[] {
  const fixed = [
    "package.json",
    "readme.md",
    "changelog.md",
    "LICENSE.txt",
    "THIRD-PARTY-NOTICES.txt",
    "dist/package.json",
    "dist/rulePages.json",
    ...[...programs, ...wasm].map((name) => `dist/${name}`),
  ];
  const named = [manifest.main, manifest.icon, ...stringsIn(manifest.contributes)].filter(
    (text) => text !== undefined,
  );
  const paths = named.filter((text) => /^(\.\/|media\/)[\w./-]+$/.test(text));
  return [...new Set([...fixed, ...paths.map((path) => path.replace(/^\.\//, ""))])];
}

/** The manifest names files in many places: all that looks like a path is one. */
function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
