/** A codicon and, as a second sign beside words, a theme colour. */
export interface Icon {
  readonly id: string;
  readonly color?: string;
}

/** What a row shows. */
export interface Row {
  readonly label: string;
  readonly description?: string;
  /** Markdown with the facts that do not fit on the row. */
  readonly tooltip?: string;
  readonly icon?: Icon;
  /** Words that conditions of menus use, such as `scalable`. */
  readonly flags?: readonly string[];
  /** What a screen reader says: the row in a sentence. */
  readonly accessible: string;
  /** Whether a row with children starts expanded. */
  readonly expanded?: boolean;
  /** Id of the command that a click runs, given this node. */
  readonly click?: string;
}

/** A row of the tree and what is below it, as plain data. */
export interface TreeNode {
  /** The word menus use: `service`. */
  readonly kind: string;
  /** Stable over refreshes and unique among its siblings: the ARN, where there is one. */
  readonly id: string;
  /** What "Copy ARN" copies. */
  readonly arn?: string;
  row(): Row;
  /** Absent on a leaf. May throw: the explorer shows a row with the reason and a retry. */
  children?(signal: AbortSignal): Promise<readonly TreeNode[]>;
  /** Completes "Could not …" when children() throws: `list tasks`. */
  readonly doing?: string;
}
