import type { Row, TreeNode } from "./node.ts";

/** The last row of a list that has more than it shows. */
export class MoreNode implements TreeNode {
  readonly kind = "more";
  readonly id = "more";
  readonly #label: string;
  /** Makes the list show more, once it is loaded again. */
  readonly raiseLimit: () => void;

  constructor(label: string, raiseLimit: () => void) {
    this.#label = label;
    this.raiseLimit = raiseLimit;
  }

  row(): Row {
    return {
      label: this.#label,
      icon: { id: "ellipsis" },
      accessible: `${this.#label} Press Enter to load them.`,
      click: "taskwright.showMore",
    };
  }
}
