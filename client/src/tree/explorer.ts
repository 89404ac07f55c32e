import { describeFailure } from "../model/failure.ts";
import { MessageNode } from "./messageNode.ts";
import type { TreeNode } from "./node.ts";

/** A place in the tree. It stays the same object over refreshes, while its node is replaced by a newer one. */
export interface Entry {
  /** The path of node ids, unique in the tree. */
  readonly id: string;
  readonly parent: Entry | undefined;
  node: TreeNode;
  children: readonly Entry[] | undefined;
  loading: AbortController | undefined;
}

export interface ExplorerEvents {
  /** The row of this entry and its children must be shown anew; undefined: the whole tree. */
  changed(entry: Entry | undefined): void;
  failed(error: unknown, doing: string): void;
}

/** The tree's state: which entries there are and what was loaded below them. */
export class Explorer {
  readonly #root: Entry;
  readonly #events: ExplorerEvents;
  readonly #entryOf = new WeakMap<TreeNode, Entry>();

  constructor(root: TreeNode, events: ExplorerEvents) {
    this.#root = { id: "", parent: undefined, node: root, children: undefined, loading: undefined };
    this.#entryOf.set(root, this.#root);
    this.#events = events;
  }

  /** The entries below one (undefined: the top), loaded when they are not there yet. */
  async children(entry: Entry = this.#root): Promise<readonly Entry[]> {
    return entry.children ?? this.#load(entry);
  }

  /** The entry that shows a node, or undefined when it is gone. */
  entryOf(node: TreeNode): Entry | undefined {
    return this.#entryOf.get(node);
  }

  /** Loads anew what is below a node, or everything. */
  refresh(node?: TreeNode): void {
    const entry = node ? this.#entryOf.get(node) : this.#root;
    if (!entry) return;
    forget(entry);
    this.#events.changed(entry === this.#root ? undefined : entry);
  }

  /** Loads anew the place where an error row stands. */
  retry(errorRow: TreeNode): void {
    const parent = this.#entryOf.get(errorRow)?.parent;
    this.refresh(parent === this.#root ? undefined : parent?.node);
  }

  async #load(entry: Entry): Promise<readonly Entry[]> {
    if (!entry.node.children) return [];
    entry.loading?.abort();
    const loading = new AbortController();
    entry.loading = loading;
    const nodes = await this.#nodesBelow(entry.node, loading.signal);
    if (entry.loading !== loading) return this.children(entry);
    entry.loading = undefined;
    entry.children = nodes.map((node) => this.#enter(entry, node));
    return entry.children;
  }

  async #nodesBelow(node: TreeNode, signal: AbortSignal): Promise<readonly TreeNode[]> {
    try {
      return (await node.children?.(signal)) ?? [];
    } catch (error) {
      if (signal.aborted) return [];
      const doing = node.doing ?? "show this";
      this.#events.failed(error, doing);
      return [new MessageNode("error", describeFailure(error, doing).message)];
    }
  }

  #enter(parent: Entry, node: TreeNode): Entry {
    const entry: Entry = { id: `${parent.id}/${node.id}`, parent, node, children: undefined, loading: undefined };
    this.#entryOf.set(node, entry);
    return entry;
  }
}

function forget(entry: Entry): void {
  entry.children?.forEach(forget);
  entry.children = undefined;
  entry.loading?.abort();
  entry.loading = undefined;
}
