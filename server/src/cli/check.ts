import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { readConfiguration } from "../configuration.ts";
import { rulePage } from "../service/data/rulePages.ts";
import { createLanguageService } from "../service/service.ts";
import { type CheckedFile, countOf, formats } from "./formats.ts";

interface Output {
  write(text: string): unknown;
}

/** `taskwright check`: 0 when all files are clean, 1 when there are problems, 2 when it could not run. */
export async function check(args: readonly string[], output: Output, errors: Output): Promise<number> {
  const options = readOptions(args);
  if (typeof options === "string") {
    errors.write(`taskwright check: ${options}\n`);
    return 2;
  }
  const files = await Promise.all(options.files.map(readText));
  const unreadable = files.filter((file) => file.text === undefined);
  for (const { name, reason } of unreadable) errors.write(`taskwright check: cannot read ${name}: ${reason}\n`);
  if (unreadable.length > 0) return 2;

  const checked = await checkFiles(files.map(({ name, text }) => ({ name, text: text! })));
  output.write(formats[options.format](checked));
  return hasProblems(checked, options.maxWarnings) ? 1 : 0;
}

interface Options {
  readonly files: readonly string[];
  readonly format: keyof typeof formats;
  /** More warnings than this are a problem; none are counted when absent. */
  readonly maxWarnings: number;
}

/** The options, or what is wrong with them. */
function readOptions(args: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: "string", default: "text" }, "max-warnings": { type: "string" } },
    });
    const { format } = values;
    const maxWarnings = values["max-warnings"] === undefined ? Infinity : Number(values["max-warnings"]);
    if (!(format in formats)) return `--format takes ${Object.keys(formats).join(", ")}, not "${format}"`;
    if (Number.isNaN(maxWarnings) || maxWarnings < 0) return "--max-warnings takes a number from 0";
    if (positionals.length === 0) return "name at least one file";
    return { files: positionals, format: format as keyof typeof formats, maxWarnings };
  } catch (error) {
    return (error as Error).message;
  }
}

async function readText(name: string): Promise<{ name: string; text?: string; reason?: string }> {
  try {
    return { name, text: await readFile(name, "utf8") };
  } catch (error) {
    return { name, reason: (error as Error).message };
  }
}

/** Checks the files together, so that a service is seen against its task definition when both are named. */
async function checkFiles(files: readonly { name: string; text: string }[]): Promise<CheckedFile[]> {
  const service = createLanguageService();
  const documents = files.map(({ name, text }) => ({ name, document: service.parse(pathToFileURL(resolve(name)).href, text) }));
  for (const { document } of documents) service.workspace.set(document);
  return Promise.all(
    documents.map(async ({ name, document }) => {
      const { rules } = await readConfiguration(name);
      const diagnostics = service.validate(document, rules).map(({ code, severity, message, span }) => ({
        code,
        severity,
        message,
        range: document.rangeOf(span),
        href: rulePage(code),
      }));
      return { file: name, kind: document.kind, diagnostics };
    }),
  );
}

function hasProblems(checked: readonly CheckedFile[], maxWarnings: number): boolean {
  return countOf(checked, "error") > 0 || countOf(checked, "warning") > maxWarnings;
}
