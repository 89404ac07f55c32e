import { check } from "./cli/check.ts";
import { readOwnFile } from "./ownFiles.ts";

const usage = `Usage:
  taskwright check [OPTION]… FILE|FOLDER|-…
      Checks task definitions and services, templates of CloudFormation and modules of Terraform included. Below a
      folder, those are found by what they hold; what was left out is said on standard error. - reads standard input.
      Severities are taken from the nearest .taskwrightrc.json.
      --fix             applies the fixes that lose and choose nothing; a template or module only if it is named itself
      --format FORMAT   text (the default), json, sarif, or github for annotations of GitHub Actions
      --ignore-unknown  a named file may be something else, as for a hook that names whatever has changed
      --max-warnings N  how many warnings are no problem yet; by default they never are
      --stdin-name FILE the name that standard input gets
      Exit codes: 0 no problems, 1 problems, 2 could not run, a named file was not checked or fixed, or nothing was
  taskwright lsp --stdio
      The language server, for editors.
  taskwright --version
  taskwright help
`;

/** Exit codes: 0 clean, 1 problems, 2 could not run. */
async function main([command, ...rest]: readonly string[]): Promise<number | undefined> {
  const isHelp = command === "help" || [command, ...rest].some((word) => word === "--help" || word === "-h");
  if (isHelp) {
    process.stdout.write(usage);
    return 0;
  }
  if (command === "--version" || command === "-v" || command === "version") {
    process.stdout.write(`${await ownVersion()}\n`);
    return 0;
  }
  if (command === "check")
    return check(rest, { input: process.stdin, output: process.stdout, errors: process.stderr });
  if (command === "lsp") {
    await import("../main.node.ts");
    return undefined; // runs until its client says exit
  }
  process.stderr.write(usage);
  return 2;
}

/** The version of the package that the program is in. */
async function ownVersion(): Promise<string> {
  const manifest = new TextDecoder().decode(await readOwnFile("../package.json"));
  return (JSON.parse(manifest) as { readonly version: string }).version;
}

// A reader that has seen enough is no fault; anything else that keeps the result from being written is.
process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
  if (code === "EPIPE") process.exit();
  process.stderr.write(`taskwright: the result cannot be written: ${message}\n`);
  process.exit(2);
});
process.stderr.on("error", () => process.exit(2));

main(process.argv.slice(2)).then(
  (code) => {
    if (code !== undefined) process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`taskwright: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
