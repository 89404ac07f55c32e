import { check } from "./cli/check.ts";

const usage = `Usage:
  taskwright check [--format text|json|sarif|github] [--max-warnings N] FILE|FOLDER…
      Checks task definitions and services. Below a folder, those are checked that are named like one.
      Severities are taken from the nearest .taskwrightrc.json.
      --format        text (the default), json, sarif, or github for annotations of GitHub Actions
      --max-warnings  how many warnings are no problem yet; by default they never are
      Exit codes: 0 no problems, 1 problems, 2 could not run
  taskwright lsp --stdio
      The language server, for editors.
`;

/** Exit codes: 0 clean, 1 problems, 2 could not run. */
async function main([command, ...rest]: readonly string[]): Promise<number | undefined> {
  const isHelp = [command, ...rest].some((word) => word === "--help" || word === "-h");
  if (isHelp) {
    process.stdout.write(usage);
    return 0;
  }
  if (command === "check") return check(rest, process.stdout, process.stderr);
  if (command === "lsp") {
    await import("../main.node.ts");
    return undefined; // runs until its client says exit
  }
  process.stderr.write(usage);
  return 2;
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
