import { sleep, type Clock } from "../model/clock.ts";
import type { TreeNode } from "../tree/node.ts";
import type { Command } from "./command.ts";

/**
 * Whether a command was chosen for a row that VS Code has lost. While it shows a row anew, it forgets those
 * below it until it has asked for them again, and what is chosen for one of them in that moment comes with
 * undefined in its place. From the palette, a command comes with no argument at all; in the title of a view,
 * undefined is usual.
 */
export function isForLostRow(
  { groups, viewTitle }: Pick<Command, "groups" | "viewTitle">,
  given: readonly unknown[],
): boolean {
  return groups !== undefined && viewTitle === undefined && given.length > 0 && given[0] === undefined;
}

/** The rows that a command was chosen for. */
export interface MeantRows {
  readonly node: TreeNode;
  /** All that are selected, when the menu was that of several rows. */
  readonly selected: readonly TreeNode[];
}

/** What VS Code tells of the rows. */
export interface ShownRows {
  /** The row that has the focus; undefined while it is being shown anew. */
  focused(): Promise<TreeNode | undefined>;
  selected(): readonly TreeNode[];
}

/** Milliseconds for which a row is waited for, and between two looks. */
const patience = 5_000;
const period = 50;

/**
 * The rows for which a command was chosen in a row's menu, when VS Code has lost them: opening the menu of a
 * row gives it the focus, and it keeps the focus while it is shown anew.
 * @param given what the command came with
 * @returns undefined when the row does not come back
 */
export async function findLostRows(
  given: readonly unknown[],
  shown: ShownRows,
  clock: Clock,
): Promise<MeantRows | undefined> {
  const deadline = clock.elapsed() + patience;
  let node = await shown.focused();
  while (!node && clock.elapsed() < deadline) {
    await sleep(clock, period);
    node = await shown.focused();
  }
  if (!node) return undefined;
  return { node, selected: Array.isArray(given[1]) ? shown.selected() : [] };
}
