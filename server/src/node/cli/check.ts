import type { CheckedFile } from "./checkedFile.ts";
import { CheckRun, type ParsedInput } from "./checkRun.ts";
import { fixFiles } from "./fixFiles.ts";
import { countOf, formats } from "./formats.ts";
import { type Inputs, readInputs } from "./inputs.ts";
import { type CheckOptions, readOptions } from "./options.ts";
import { printable } from "./printable.ts";
import { unusualEncoding } from "./unusualEncoding.ts";
import { bytesOf } from "./standardInput.ts";
import { neitherNor, whyNotChecked } from "./whyNotChecked.ts";

interface Output {
  write(text: string): unknown;
}

/** The streams of a program. */
export interface Streams {
  readonly input: AsyncIterable<Uint8Array>;
  readonly output: Output;
  readonly errors: Output;
}

/** Takes a sentence for standard error. */
type Tell = (message: string) => void;

/**
 * `taskwright check`: 0 when there are no problems, 1 when there are, 2 when it could not run, when a file
 * that was named was not checked or not fixed, or when nothing was checked.
 */
export async function check(args: readonly string[], { input, output, errors }: Streams): Promise<number> {
  const tell: Tell = (message) => void errors.write(`taskwright check: ${printable(message)}\n`);
  const options = readOptions(args);
  if (typeof options === "string") {
    tell(options);
    return 2;
  }
  try {
    const stdin = { read: () => bytesOf(input), name: options.stdinName };
    const { code, text } = await checkInputs(await readInputs(options.paths, stdin), options, tell);
    output.write(text);
    return code;
  } catch (error) {
    if (!(error instanceof AggregateError)) throw error;
    for (const each of error.errors) tell((each as Error).message);
    return 2;
  }
}

/** The result of a run, in the wanted format, and its exit code. */
async function checkInputs(
  { files: inputs, leftOut }: Inputs,
  { fixes, format, ignoresUnknown, maxWarnings }: CheckOptions,
  tell: Tell,
): Promise<{ readonly code: number; readonly text: string }> {
  const run = new CheckRun();
  const parsed = await run.parse(inputs);
  const ours = parsed.filter(({ document }) => whyNotChecked(document) === undefined);
  const others = parsed.filter((file) => !ours.includes(file));
  // A file that was named is expected to be checked; below a folder, one that only mentions ECS is not.
  const missed = others.filter(({ isNamed, document }) =>
    isNamed ? !ignoresUnknown : whyNotChecked(document) !== neitherNor,
  );
  for (const { name, document } of missed) leftOut.unknown(name, whyNotChecked(document)!);
  leftOut.withoutEcs(others.length - missed.length);
  for (const file of ours) tellEncoding(file, tell);

  const { files, areWritten } = fixes ? await fixFiles(run, ours, tell) : { files: ours, areWritten: true };
  const checked = await Promise.all(files.map((file) => run.check(file)));
  for (const sentence of leftOut.sentences) tell(sentence);
  if (checked.length === 0) tell("nothing was checked");
  const unknown = missed.filter(({ isNamed }) => isNamed).map(({ name }) => unknownFile(name));
  const isClean = countOf(checked, "error") === 0 && countOf(checked, "warning") <= maxWarnings;
  const isWhole = checked.length > 0 && unknown.length === 0 && areWritten;
  return {
    text: formats[format]([...checked, ...unknown], leftOut.count),
    code: isWhole ? Number(!isClean) : 2,
  };
}

function unknownFile(file: string): CheckedFile {
  return { file, kind: "unknown", diagnostics: [] };
}

function tellEncoding({ name, saved }: ParsedInput, tell: Tell): void {
  const encoding = unusualEncoding(saved);
  if (encoding) tell(`${name} is saved in ${encoding}, which the AWS CLI does not read; save it in UTF-8`);
}
