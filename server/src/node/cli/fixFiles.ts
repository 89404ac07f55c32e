import type { CheckRun, ParsedInput } from "./checkRun.ts";
import { reasonOf } from "../reasonOf.ts";
import { counted } from "./leftOut.ts";

/** What became of files whose fixes were to be applied. */
export interface FixedFiles {
  readonly files: readonly ParsedInput[];
  /** False when one of them could not be written. */
  readonly areWritten: boolean;
}

/**
 * Applies the safe fixes of files. A template or module is changed only if it was named itself: it belongs to
 * another tool.
 *
 * @param tell takes a sentence about each file that was changed, could not be, or is left as it is
 */
export async function fixFiles(
  run: CheckRun,
  files: readonly ParsedInput[],
  tell: (message: string) => void,
): Promise<FixedFiles> {
  const fixed: ParsedInput[] = [];
  let areWritten = true;
  for (const file of files) {
    const { text, titles } = await run.fixed(file);
    const isOurs = file.document.definitions.every(({ abilities }) => abilities.format);
    if (titles.length > 0 && (isOurs || file.isNamed)) {
      try {
        fixed.push(await run.write(file, text));
        tell(`fixed ${file.name}: ${summary(titles)}`);
        continue;
      } catch (error) {
        tell(`cannot write ${file.name}: ${reasonOf(error)}; it was not fixed`);
        areWritten = false;
      }
    } else if (titles.length > 0)
      tell(`${file.name} belongs to another tool and was not fixed (${summary(titles)}); name it to fix it`);
    fixed.push(file);
  }
  return { files: fixed, areWritten };
}

/** Each title once, with how often it was applied. */
function summary(titles: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1);
  return [...counts]
    .map(([title, count]) => (count === 1 ? title : `${title} (${counted(count, "time")})`))
    .join("; ");
}
