import type { Row, TreeNode } from "./node.ts";

interface RowNodeOptions extends Row {
  readonly kind: string;
  readonly id: string;
  readonly arn?: string;
  readonly url?: string;
}

/** A leaf that is only its row: an event, an address, a policy. */
export class RowNode implements TreeNode {
  readonly kind: string;
  readonly id: string;
  readonly arn?: string;
  readonly url?: string;
  readonly #row: Row;

  constructor({ kind, id, arn, url, ...row }: RowNodeOptions) {
    this.kind = kind;
    this.id = id;
    if (arn !== undefined) this.arn = arn;
    if (url !== undefined) this.url = url;
    this.#row = row;
  }

  row(): Row {
    return this.#row;
  }
}
