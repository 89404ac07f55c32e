import { dirname } from "node:path";
import type { RuleMutant } from "./instrument.ts";

/** What became of the mutants of each folder, and whether enough of them were noticed in each. */
export interface MutationTable {
  readonly text: string;
  readonly isEnough: boolean;
}

/**
 * @param killed whether each mutant was noticed, by id; one that no case meets was not. Those that are not
 * named run once, when the rules are read, so that they cannot be switched on.
 * @param wanted the share that has to be noticed, from 0 to 1
 */
export function mutationTable(
  mutants: readonly RuleMutant[],
  killed: ReadonlyMap<string, boolean>,
  wanted: number,
): MutationTable {
  const folders = new Map<string, RuleMutant[]>();
  for (const mutant of mutants) {
    if (!killed.has(mutant.id)) continue;
    const folder = dirname(mutant.file);
    folders.set(folder, [...(folders.get(folder) ?? []), mutant]);
  }
  let isEnough = true;
  const lines = [...folders].map(([folder, own]) => {
    const count = own.filter(({ id }) => killed.get(id)).length;
    const share = count / own.length;
    if (share < wanted) isEnough = false;
    const mark = share < wanted ? " (too few)" : "";
    return `| ${folder} | ${own.length} | ${count} | ${(share * 100).toFixed(1)} %${mark} |`;
  });
  return {
    text: ["| folder | mutants | noticed | share |", "| --- | ---: | ---: | ---: |", ...lines].join("\n"),
    isEnough,
  };
}
