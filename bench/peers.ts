import { join } from "node:path";
import { cacheRoot, cached } from "../scripts/host/cache.ts";
import { onPath } from "../scripts/host/executables.ts";
import { run } from "../scripts/host/run.ts";

/** Programs of others that do the same job. The only place that names their versions. */
const yamlLanguageServerVersion = "2.0.0";
const cfnLintVersion = "1.58.0";

/**
 * The path of yaml-language-server, installed from npm the first time. Throws an Error when it cannot be
 * installed.
 */
export async function yamlLanguageServer(): Promise<string> {
  const wanted = `yaml-language-server@${yamlLanguageServerVersion}`;
  const folder = await cached(cacheRoot(), `bench-${wanted}`, async (directory) => {
    await run("npm", [
      "install",
      "--prefix",
      directory,
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
      wanted,
    ]);
  });
  return join(folder, "node_modules", "yaml-language-server", "bin", "yaml-language-server");
}

/** How cfn-lint is called: a program, its first arguments and what to add to the environment. */
export interface CfnLint {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: { readonly PYTHONPATH: string };
}

/**
 * cfn-lint, installed from PyPI the first time; undefined without Python. Throws an Error when it cannot be
 * installed.
 */
export async function cfnLint(): Promise<CfnLint | undefined> {
  const program = onPath(["python3", "python"]);
  if (program === undefined) return undefined;
  const wanted = `cfn-lint==${cfnLintVersion}`;
  const folder = await cached(cacheRoot(), `bench-${wanted}`, async (directory) => {
    await run(program, ["-m", "pip", "install", "--quiet", "--target", directory, wanted]);
  });
  return {
    program,
    args: ["-c", "import sys; from cfnlint.runner.cli import main; sys.exit(main())"],
    env: { PYTHONPATH: folder },
  };
}
