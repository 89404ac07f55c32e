import type { Clock } from "../model/clock.ts";
import type { Connections, Storage } from "../account/connections.ts";
import type { DemoAccount } from "../account/demoAccount.ts";
import type { EcsFile, Files } from "../host/files.ts";
import type { Settings } from "../host/settings.ts";
import type { AuditRecord, Log } from "../host/log.ts";
import type { Session } from "../account/session.ts";
import type { Sessions } from "../account/sessions.ts";
import type { ViewOptions } from "../account/viewOptions.ts";
import type { NodeOffer, RowFlag } from "../tree/flags.ts";
import type { NodeKind } from "../tree/kinds.ts";
import type { TreeNode } from "../tree/node.ts";
import type { Ui } from "../host/ui.ts";

/** What a command works with. */
export interface CommandContext {
  readonly ui: Ui;
  readonly connections: Connections;
  readonly demo: Pick<DemoAccount, "open" | "close">;
  readonly files: Files;
  /** The output channel, where details go. */
  readonly output: Log;
  readonly showOutput: () => void;
  /** What was written to AWS from this computer. */
  readonly audit: AuditRecord;
  /** Runs another command of the extension. */
  readonly runCommand: (id: `taskwright.${string}`) => Promise<void>;
  readonly explorer: ExplorerControls;
  /** What is known of each connection's account. */
  readonly sessions: Sessions;
  /** What this workspace remembers when the window is closed. Secrets do not go there. */
  readonly memory: Storage;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly settings: Settings;
  readonly clock: Clock;
  /** How the lists are filtered and sorted. */
  readonly view: ViewOptions;
  readonly pages: Pages;
}

/** The panels, for what a picture says better than rows. */
export interface Pages {
  /** Opens the page of a service, or brings it to the front. */
  showService(session: Session, cluster: string, arn: string): void;
}

/** What commands do with the tree. */
export interface ExplorerControls {
  /** Loads anew what is in view below a node; undefined: everything. */
  refresh(node?: TreeNode): Promise<void>;
  /** Loads anew the place where an error row stands. */
  retry(errorRow: TreeNode): Promise<void>;
  /** Asks for what is missing below a node. */
  fill(node: TreeNode): Promise<void>;
  /** The nodes above one, nearest first. */
  ancestors(node: TreeNode): readonly TreeNode[];
  /** Selects a row, by the ids of the nodes from the top down to it. */
  reveal(path: readonly string[]): Promise<void>;
}

/** One command. Its entries in the manifest (command, palette, menus) are generated from this object. */
export interface Command<N extends TreeNode = TreeNode> {
  readonly id: `taskwright.${string}`;
  /** As the palette shows it, after "ECS: ". */
  readonly title: string;
  /** A codicon, wherever the command stands as a button. */
  readonly icon?: string;
  /**
   * Kinds of node in whose context menu it stands; absent: every kind, as far as it has what the command
   * needs.
   */
  readonly on?: readonly NodeKind[];
  /** A flag that the node's row must have; or `arn`, `url` or `expandable`, for what the node offers. */
  readonly needs?: RowFlag | NodeOffer;
  /** Groups of the context menu: `1_deploy@2`; `inline@1` for a button on the row. */
  readonly groups?: readonly string[];
  /** Group of the view's title bar: `navigation@1`, or another for its "…" menu. */
  readonly viewTitle?: string;
  /** Condition under which it stands in the view's title bar. */
  readonly viewWhen?: string;
  /** Group in the title bar of an editor with one of our languages. */
  readonly editorTitle?: string;
  /** Group in the context menu of such an editor. */
  readonly editorContext?: string;
  /** Condition on the editor instead of "one of our languages". */
  readonly editorWhen?: string;
  /** Whether "New File…" offers it. */
  readonly isNewFile?: boolean;
  /**
   * Whether it waits until the workspace is trusted: what writes to AWS, starts a program or follows a
   * workspace's settings into an account.
   */
  readonly needsTrust?: true;
  /** Condition under which the palette offers it; `never` hides it. Without one it is always there. */
  readonly palette?: string;
  /**
   * May throw: one place logs the error and shows it. `node` is undefined when run from the palette; `file`
   * is the one of the editor or code lens from which the command was run.
   */
  run(context: CommandContext, node: N | undefined, selected: readonly N[], file?: EcsFile): Promise<void>;
}
