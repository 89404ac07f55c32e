import { stat } from "node:fs/promises";
import { basename, extname, relative, resolve } from "node:path";
import { hasEcsTraces } from "../../../../shared/src/ecsTraces.ts";
import { promisedKind } from "../../service/documents/fileName.ts";
import { decodeText, type EncodedText } from "../encodedText.ts";
import { readPipe } from "../readPipe.ts";
import { readEncoded } from "../readText.ts";
import { reasonOf } from "../reasonOf.ts";
import { filesBelow } from "./filesBelow.ts";
import { LeftOut } from "./leftOut.ts";
import { nameByContent } from "./standardInput.ts";

/** A text to check. */
export interface Input {
  /**
   * The path as it was given; below a folder, from the working directory on; `<stdin>` for standard input.
   */
  readonly name: string;
  /** The path by which it is told what the file is, and which settings hold for it. */
  readonly path: string;
  readonly saved: EncodedText;
  /** Whether the file itself was named, and not only a folder above it. */
  readonly isNamed: boolean;
}

/** What stands on the command line for standard input. */
export const standardInput = "-";

/** A file of more bytes is no definition and no template: CloudFormation takes 1 MB. */
const largest = 16 * 1024 * 1024;

/**
 * Milliseconds for which a pipe may keep silent: a command that makes a definition may have to ask others
 * first.
 */
const patience = 30_000;

/** What was read. */
export interface Inputs {
  readonly files: readonly Input[];
  readonly leftOut: LeftOut;
}

/**
 * The files of paths, which may be folders, each file once.
 *
 * @param stdin the bytes of standard input and the name that they get; undefined for a name by what they hold
 * @throws AggregateError with an Error for each path at which there is nothing to read
 */
export async function readInputs(
  paths: readonly string[],
  stdin: { readonly read: () => Promise<Uint8Array>; readonly name: string | undefined },
): Promise<Inputs> {
  const leftOut = new LeftOut();
  const read = await Promise.allSettled(
    paths.map(async (path) => {
      if (path === standardInput) return [fromStandardInput(await stdin.read(), stdin.name)];
      return readPath(path, leftOut);
    }),
  );
  const failures = read.flatMap((each) => (each.status === "rejected" ? [each.reason as Error] : []));
  if (failures.length > 0) throw new AggregateError(failures);
  const found = new Map<string, Input>();
  for (const input of read.flatMap((each) => (each.status === "fulfilled" ? each.value : []))) {
    const path = resolve(input.path);
    if (!found.get(path)?.isNamed) found.set(path, input);
  }
  return { files: [...found.values()], leftOut };
}

function fromStandardInput(bytes: Uint8Array, name: string | undefined): Input {
  const saved = decodeText(bytes);
  return { name: name ?? "<stdin>", path: name ?? nameByContent(saved.text), saved, isNamed: true };
}

async function readPath(path: string, leftOut: LeftOut): Promise<readonly Input[]> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return await readFolder(path, leftOut);
    if (found.isFIFO()) return [await fromPipe(path)];
    return [{ name: path, path, saved: await readEncoded(path), isNamed: true }];
  } catch (error) {
    throw new Error(`cannot read ${path}: ${reasonOf(error)}`, { cause: error });
  }
}

/**
 * A pipe that was named, such as that of `<(…)`. Where its name has no end, what it holds tells how it is
 * written.
 */
async function fromPipe(path: string): Promise<Input> {
  const saved = decodeText(await readPipe(path, { bytes: largest, silence: patience }));
  const told = extname(path) === "" ? basename(path) + extname(nameByContent(saved.text)) : path;
  return { name: path, path: told, saved, isNamed: true };
}

/** The files below a folder in which there may be something of ECS. */
async function readFolder(folder: string, leftOut: LeftOut): Promise<readonly Input[]> {
  const { files, skippedFolders, unreadable } = await filesBelow(folder);
  leftOut.skippedFolders(skippedFolders.map(nameBelow));
  for (const { path, reason } of unreadable) leftOut.unreadable(nameBelow(path), reason);
  const found: Input[] = [];
  for (const path of files) {
    const name = nameBelow(path);
    const saved = await readEncoded(path, largest).catch((reason: unknown) =>
      leftOut.unreadable(name, reason),
    );
    if (!saved) continue;
    if (hasEcsTraces(saved.text) || promisedKind(path, undefined) !== undefined)
      found.push({ name, path, saved, isNamed: false });
    else leftOut.withoutEcs();
  }
  return found;
}

function nameBelow(path: string): string {
  return relative("", path) || ".";
}
