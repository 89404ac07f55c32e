import type { Command } from "./command.ts";

/**
 * Whether a command was chosen for a row that VS Code has lost. While it shows a row anew, it forgets those below it until
 * it has asked for them again, and what is chosen for one of them in that moment comes with undefined in its place. From
 * the palette, a command comes with no argument at all; in the title of a view, undefined is usual.
 */
export function isForLostRow(
  { groups, viewTitle }: Pick<Command, "groups" | "viewTitle">,
  given: readonly unknown[],
): boolean {
  return groups !== undefined && viewTitle === undefined && given.length > 0 && given[0] === undefined;
}
