import type { Ui } from "../../host/ui.ts";
import { kindOf } from "../../model/failure.ts";
import { counted } from "../../model/words.ts";

/** One write of several that a command makes. */
export interface Item {
  /** What it writes to. */
  readonly names: readonly string[];
  readonly write: () => Promise<void>;
}

/** The words for what is done. */
export interface EachWords {
  /** `Stopping 3 tasks in live` */
  readonly title: string;
  /** `task` */
  readonly noun: string;
  /** `stopped` */
  readonly done: string;
}

/** What became of the items. */
interface Outcome {
  readonly done: string[];
  readonly failed: string[];
  readonly left: string[];
}

/**
 * Makes one write after the other and tells what was done. Cancelling takes effect before the next one, as
 * does a failure that would meet the others too. A single one has no button, as a call cannot be called back,
 * and throws.
 * @returns whether all was done
 */
export async function writeEach(ui: Ui, words: EachWords, items: readonly Item[]): Promise<boolean> {
  const [only, ...others] = items;
  if (!only) return true;
  if (others.length === 0) {
    await ui.busy(words.title, () => only.write());
    return true;
  }
  const outcome = await ui.progress(words.title, async (progress, signal) => {
    const result: Outcome = { done: [], failed: [], left: [] };
    let goesOn = true;
    for (const { names, write } of items) {
      if (!goesOn || signal.aborted) {
        result.left.push(...names);
        continue;
      }
      progress.report(names.join(", "));
      try {
        await write();
        result.done.push(...names);
      } catch (error) {
        result.failed.push(`${names.join(", ")}: ${error instanceof Error ? error.message : String(error)}`);
        goesOn = kindOf(error) === "other" || kindOf(error) === "not-found";
      }
    }
    return result;
  });
  return report(ui, words, outcome);
}

async function report(ui: Ui, { noun, done: verb }: EachWords, outcome: Outcome): Promise<boolean> {
  const { done, failed, left } = outcome;
  const were = `${counted(done.length, noun)} ${done.length === 1 ? "was" : "were"} ${verb}`;
  if (failed.length === 0 && left.length === 0) {
    await ui.info(`${were}.`);
    return true;
  }
  const parts = [
    done.length === 0 ? `Nothing was ${verb}.` : `${were}: ${done.join(", ")}.`,
    ...(failed.length === 0 ? [] : [`Failed: ${failed.map((each) => each.replace(/\.$/, "")).join("; ")}.`]),
    ...(left.length === 0 ? [] : [`Left alone: ${left.join(", ")}.`]),
  ];
  await (failed.length === 0 ? ui.info(parts.join(" ")) : ui.warn(parts.join(" ")));
  return false;
}
