import type { Row, TreeNode } from "./node.ts";

/** A row that only says something, such as that there is nothing. */
export class MessageNode implements TreeNode {
  readonly kind = "message";
  readonly id = "message";
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  row(): Row {
    return { label: this.#text, accessible: this.#text };
  }
}
