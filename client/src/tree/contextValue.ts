import type { TreeNode } from "./node.ts";

/** The words of a row that conditions of menus test: `;service;;scalable;;arn;`. */
export function contextValue(node: TreeNode): string {
  const offers = [node.arn && "arn", node.url && "url", (node.load ?? node.below) && "expandable"];
  return [node.kind, ...(node.row().flags ?? []), ...offers]
    .flatMap((word) => (word ? [`;${word};`] : []))
    .join("");
}
