import type { Markdown } from "../../../shared/src/markdown.ts";
import type { RowFlag } from "./flags.ts";
import type { NodeKind } from "./kinds.ts";

/** A codicon and, as a second sign beside words, a theme colour. */
export interface Icon {
  readonly id: string;
  readonly color?: string;
}

/** What a row shows. */
export interface Row {
  readonly label: string;
  readonly description?: string;
  readonly icon?: Icon;
  /** Words that conditions of menus use, such as `scalable`. */
  readonly flags?: readonly RowFlag[];
  /** What a screen reader says: the row in a sentence. */
  readonly accessible: string;
  /** Whether a row with children starts expanded. */
  readonly expanded?: boolean;
  /** Id of the command that a click runs, given this node. */
  readonly click?: string;
}

/** What a node is given when it asks AWS for its rows. */
export interface Asking {
  /** Aborted when the row is collapsed. */
  readonly signal: AbortSignal;
  /**
   * `open`: the first time or by hand, so ask for everything; `tick`: by the timer, so ask for what changes;
   * `fill`: the user wants to see other rows, so ask for what is missing.
   */
  readonly reason: "fill" | "open" | "tick";
  /**
   * Shows the rows known so far, before load() resolves. Asks for them only now and then, as a long list
   * changes often.
   */
  readonly show: (rows: () => readonly TreeNode[]) => void;
  /** Whether the row below with this node id is expanded. */
  readonly isExpanded: (id: string) => boolean;
}

/**
 * A row of the tree and what is below it, as plain data. A leaf has neither below() nor load(). A node with
 * both shows what below() knows at once and what load() finds when it is there.
 */
export interface TreeNode {
  /** The word menus use: `service`. */
  readonly kind: NodeKind;
  /** Stable over refreshes and unique among its siblings: the ARN, where there is one. */
  readonly id: string;
  /** What "Copy ARN" copies. */
  readonly arn?: string;
  /** What "Copy Name" copies; absent: the row's label. */
  readonly name?: string;
  /** An address outside VS Code that belongs to the row: a page of the console, or what the task serves. */
  readonly url?: string | undefined;
  /** What "Describe" shows: the resource as the ECS API spells it, asked for anew. */
  describe?(signal: AbortSignal): Promise<object>;
  row(): Row;
  /** Markdown with the facts that do not fit on the row; asked for when someone points at it. */
  tooltip?(): Markdown | undefined;
  /** The rows that follow from what is known, without a call; undefined: nothing is known yet. */
  below?(): readonly TreeNode[] | undefined;
  /** The rows that AWS must be asked for. May throw: the explorer shows a row with the reason and a retry. */
  load?(asking: Asking): Promise<readonly TreeNode[]>;
  /** How often load() is repeated while its rows are in view. Absent: only by hand. */
  readonly pace?: Pace;
  /** Whether the filter and the order apply to its rows. */
  readonly isFiltered?: boolean;
  /** Completes "Could not …" when load() throws: `list tasks`. */
  readonly doing?: string;
}

/** `live`: with each tick of the timer; `slow`: once a minute. */
export type Pace = "live" | "slow";
