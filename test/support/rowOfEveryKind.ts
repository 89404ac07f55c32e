import type { Entry } from "../../client/src/tree/entry.ts";
import type { TreeNode } from "../../client/src/tree/node.ts";
import type { SimulatedAccount } from "./simulatedAccount.ts";

/** How deep the tree is looked through. */
const deepest = 8;

/** The first row of every kind that the tree of an account has. */
export async function rowOfEveryKind({ explorer }: SimulatedAccount): Promise<readonly TreeNode[]> {
  const found: TreeNode[] = [];
  const walk = async (entry: Entry | undefined, depth: number): Promise<void> => {
    for (const child of await explorer.children(entry)) {
      if (found.some(({ kind }) => kind === child.node.kind)) continue;
      found.push(child.node);
      if (depth < deepest) await walk(child, depth + 1);
    }
  };
  await walk(undefined, 0);
  return found;
}
