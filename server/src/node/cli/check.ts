import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { LazyParsers } from "../../parsers.ts";
import { readOwnFile } from "../ownFiles.ts";
import { readConfiguration } from "../configuration.ts";
import { createLanguageService } from "../../service/service.ts";
import type { CheckedFile } from "./checkedFile.ts";
import { countOf, formats } from "./formats.ts";
import { type Input, readInputs } from "./inputs.ts";
import { readOptions } from "./options.ts";
import { printable } from "./printable.ts";

interface Output {
  write(text: string): unknown;
}

/** `taskwright check`: 0 when all files are clean, 1 when there are problems, 2 when it could not run. */
export async function check(args: readonly string[], output: Output, errors: Output): Promise<number> {
  const tell = (message: string): unknown => errors.write(`taskwright check: ${printable(message)}\n`);
  const options = readOptions(args);
  if (typeof options === "string") {
    tell(options);
    return 2;
  }
  const read = await Promise.allSettled(options.paths.map((path) => readInputs(path, tell)));
  const failures = read.filter((each) => each.status === "rejected");
  for (const { reason } of failures) tell((reason as Error).message);
  if (failures.length > 0) return 2;

  const inputs = read.flatMap((each) => (each.status === "fulfilled" ? each.value : []));
  const { checked, strangers } = await checkFiles(inputs);
  for (const { file } of strangers)
    tell(`${file} is neither a task definition nor a service; it was not checked`);
  output.write(formats[options.format](checked));
  return countOf(checked, "error") > 0 || countOf(checked, "warning") > options.maxWarnings ? 1 : 0;
}

/** Checks the files together, so that a service is seen against its task definition when both are there. */
async function checkFiles(
  inputs: readonly Input[],
): Promise<{ readonly checked: readonly CheckedFile[]; readonly strangers: readonly CheckedFile[] }> {
  const parsers = new LazyParsers(readOwnFile);
  const service = createLanguageService(parsers.loaded);
  const files = await Promise.all(
    inputs.map(async (input) => {
      const uri = pathToFileURL(resolve(input.name)).href;
      const missing = service.missingParser(uri, input.text);
      if (missing) await parsers.load(missing);
      return { ...input, document: service.parse(uri, input.text) };
    }),
  );
  for (const { document } of files) service.workspace.set(document);
  const wanted = files.filter(({ document, isNamed }) => isNamed || document.kind !== "unknown");
  const checked = await Promise.all(
    wanted.map(async ({ name, document }): Promise<CheckedFile> => {
      const { rules } = await readConfiguration(name);
      const diagnostics = service.validate(document, rules).map(({ code, severity, message, span }) => ({
        code,
        severity,
        message,
        range: document.rangeOf(span),
      }));
      return { file: name, kind: document.kind, diagnostics };
    }),
  );
  return { checked, strangers: checked.filter(({ kind }) => kind === "unknown") };
}
