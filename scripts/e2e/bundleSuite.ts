import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

/** Bundles the suite that runs inside VS Code and returns the module whose `run` is called there. */
export async function bundleSuite(directory: string): Promise<string> {
  await rm(directory, { recursive: true, force: true });
  await build({
    entryPoints: ["test/e2e/suite/*.ts"],
    outdir: directory,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode", "mocha"],
    sourcemap: "inline",
    logLevel: "warning",
  });
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, "package.json"), '{ "type": "commonjs" }\n');
  return join(directory, "index.js");
}
