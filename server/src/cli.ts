import { check } from "./cli/check.ts";

const usage = `Usage:
  taskwright check [--format text|json|sarif|github] [--max-warnings N] FILE…
  taskwright lsp --stdio
`;

/** Exit codes: 0 clean, 1 problems, 2 could not run. */
async function main([command, ...rest]: readonly string[]): Promise<number | undefined> {
  if (command === "check") return check(rest, process.stdout, process.stderr);
  if (command === "lsp") {
    await import("./main.ts");
    return undefined; // runs until its client says exit
  }
  const isHelp = command === "--help" || command === "-h";
  (isHelp ? process.stdout : process.stderr).write(usage);
  return isHelp ? 0 : 2;
}

main(process.argv.slice(2)).then(
  (code) => {
    if (code !== undefined) process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`taskwright: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
