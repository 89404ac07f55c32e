import type { Markdown } from "../../../shared/src/markdown.ts";
import type { NodeKind } from "./kinds.ts";
import type { Row, TreeNode } from "./node.ts";

interface RowNodeOptions extends Row {
  readonly kind: NodeKind;
  readonly id: string;
  readonly arn?: string;
  readonly url?: string;
  /** Markdown with the facts that do not fit on the row. */
  readonly tooltip?: Markdown;
}

/** A leaf that is only its row: an event, an address, a policy. */
export class RowNode implements TreeNode {
  readonly kind: NodeKind;
  readonly id: string;
  readonly arn?: string;
  readonly url?: string;
  readonly #row: Row;
  readonly #tooltip: Markdown | undefined;

  constructor({ kind, id, arn, url, tooltip, ...row }: RowNodeOptions) {
    this.kind = kind;
    this.id = id;
    if (arn !== undefined) this.arn = arn;
    if (url !== undefined) this.url = url;
    this.#row = row;
    this.#tooltip = tooltip;
  }

  row(): Row {
    return this.#row;
  }

  tooltip(): Markdown | undefined {
    return this.#tooltip;
  }
}
