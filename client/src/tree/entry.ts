import type { Failure } from "../model/failure.ts";
import type { TreeNode } from "./node.ts";

/** A load under way. */
export interface Loading {
  readonly controller: AbortController;
  /** Resolves when the first rows are there, or the load has ended without any. */
  readonly first: Promise<void>;
}

/**
 * A place in the tree. It stays the same object over refreshes, while its node is replaced by a newer one.
 */
export class Entry {
  /** The path of node ids, unique in the tree. */
  readonly id: string;
  readonly parent: Entry | undefined;
  node: TreeNode;
  /** What was derived or loaded last; the error row not among it. */
  nodes: readonly TreeNode[] | undefined;
  /** The rows below, the error row first; undefined while nothing is known. */
  children: readonly Entry[] | undefined;
  /**
   * Expanded rows that are gone for now, such as those that a filter hides, by id of their node: when they
   * come back, they are as before.
   */
  readonly hidden = new Map<string, Entry>();
  /** Why the last load failed. */
  failure: Failure | undefined;
  expanded = false;
  loading: Loading | undefined;
  /** When the last load ended, in milliseconds of the explorer's clock; undefined: it must be loaded. */
  loadedAt: number | undefined;
  /** How often its row, or one below it, was shown anew. */
  changes = 0;
  /** The row as it was shown last, to tell whether it changed. */
  shown = "";

  constructor(parent: Entry | undefined, node: TreeNode) {
    this.id = parent ? `${parent.id}/${node.id}` : node.id;
    this.parent = parent;
    this.node = node;
  }
}

/** Puts nodes below an entry: each takes the place it had before, a new one gets a place of its own. */
export function place(parent: Entry, nodes: readonly TreeNode[]): readonly Entry[] {
  const known = new Map(parent.hidden);
  for (const child of parent.children ?? []) known.set(child.node.id, child);
  const children = nodes.map((node) => {
    const child = known.get(node.id) ?? new Entry(parent, node);
    child.node = node;
    known.delete(node.id);
    return child;
  });
  parent.hidden.clear();
  for (const [id, child] of known) if (child.expanded) parent.hidden.set(id, child);
  return children;
}

/** The entries above one, nearest first. */
export function above(entry: Entry): readonly Entry[] {
  return entry.parent ? [entry.parent, ...above(entry.parent)] : [];
}

/** The entry at the top of the tree below which an entry is; itself, if it is one. */
export function branchOf(entry: Entry): Entry {
  return entry.parent?.parent ? branchOf(entry.parent) : entry;
}

/** The entry and all that were ever loaded below it. */
export function* withDescendants(entry: Entry): Generator<Entry> {
  yield entry;
  for (const child of entry.children ?? []) yield* withDescendants(child);
}

/** The entry and what is in view below it, since everything between is expanded. */
export function* inView(entry: Entry): Generator<Entry> {
  yield entry;
  if (!entry.expanded) return;
  for (const child of entry.children ?? []) yield* inView(child);
}
