import type { TreeNode } from "../../tree/node.ts";

/** The rows a command of the context menu works on: all selected ones, when the clicked one is among them. */
export function chosenNodes<N extends TreeNode>(
  clicked: N | undefined,
  selected: readonly N[],
): readonly N[] {
  if (clicked === undefined) return selected;
  return selected.includes(clicked) ? selected : [clicked];
}
