import type { Row, TreeNode } from "./node.ts";

/** A row that only says something: that there is nothing, or why something cannot be shown. */
export class MessageNode implements TreeNode {
  readonly kind: "error" | "message";
  readonly id: string;
  readonly #text: string;

  constructor(kind: "error" | "message", text: string) {
    this.kind = kind;
    this.id = kind;
    this.#text = text;
  }

  row(): Row {
    if (this.kind === "message") return { label: this.#text, accessible: this.#text };
    return {
      label: this.#text,
      tooltip: this.#text,
      icon: { id: "warning", color: "list.warningForeground" },
      accessible: `${this.#text} Press Enter to retry.`,
      click: "taskwright.retry",
    };
  }
}
