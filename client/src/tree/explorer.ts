import { describeFailure, isCredentialFailure, needsPerson, type Failure } from "../model/failure.ts";
import { sleep, type Clock } from "../model/clock.ts";
import { above, inView, place, withDescendants, Entry } from "./entry.ts";
import { ErrorNode } from "./errorNode.ts";
import type { Asking, Pace, TreeNode } from "./node.ts";

export type { Entry };

export interface ExplorerEvents {
  /** The row of this entry, and the list of those below it, must be shown anew; undefined: the whole tree. */
  changed(entry: Entry | undefined): void;
  failed(error: unknown, doing: string): void;
  /** This row must be selected and scrolled to. */
  revealed(entry: Entry): Promise<void>;
}

/** What a tick of the timer found. */
export interface TickResult {
  readonly changed: boolean;
  readonly failures: readonly Failure[];
  /** Whether something in view is on its way, such as a deployment. */
  readonly busy: boolean;
}

type Reason = Asking["reason"];

/** Milliseconds after which a row of this pace is loaded again. */
const period: Readonly<Record<Pace, number>> = { live: 0, slow: 60_000 };

/**
 * Milliseconds for which a tick waits for its rows. One that takes longer is left alone until it is there.
 */
const tickPatience = 10_000;

/** Milliseconds between two times that the rows of a load under way are shown. */
const showPeriod = 250;

/**
 * The tree's state: which entries there are, what is loaded and expanded below them, and what a refresh
 * changed.
 */
export class Explorer {
  readonly #root: Entry;
  readonly #events: ExplorerEvents;
  readonly #clock: Clock;
  readonly #entryOf = new WeakMap<TreeNode, Entry>();

  constructor(root: TreeNode, events: ExplorerEvents, clock: Clock) {
    this.#root = new Entry(undefined, root);
    this.#entryOf.set(root, this.#root);
    this.#events = events;
    this.#clock = clock;
  }

  /** The entries below one (undefined: the top). That they are asked for means that it is expanded. */
  async children(entry: Entry = this.#root): Promise<readonly Entry[]> {
    this.expand(entry);
    while (!entry.children && entry.loading) await entry.loading.first;
    return entry.children ?? [];
  }

  /** Called when a row is expanded: shows what is known, and starts to load what is not. */
  expand(entry: Entry): void {
    if (entry.expanded && (entry.children ?? entry.loading)) return;
    entry.expanded = true;
    if (!entry.children) this.#derive(entry);
    if (this.#isDue(entry, "open")) void this.#load(entry, "open");
  }

  /** Called when a row is collapsed. What is being loaded below it is not wanted any more. */
  collapse(entry: Entry): void {
    entry.expanded = false;
    for (const below of withDescendants(entry)) {
      below.loading?.controller.abort();
      below.loading = undefined;
    }
  }

  /** The nodes above one, nearest first. */
  ancestors(node: TreeNode): readonly TreeNode[] {
    const entry = this.#entryOf.get(node);
    return entry ? above(entry).map((each) => each.node) : [];
  }

  /** The entry that shows a node, while it is in the tree. */
  entryOf(node: TreeNode): Entry | undefined {
    return this.#entryOf.get(node);
  }

  /** Loads anew what is in view below a node, or everything. Resolves when it is there. */
  async refresh(node?: TreeNode): Promise<void> {
    const entry = node ? this.#entryOf.get(node) : this.#root;
    if (entry) await this.#refresh(entry);
  }

  /** Loads anew a branch whose credentials had failed, if it still says so. */
  async recover(id: string): Promise<void> {
    const branch = this.branches.find(({ node }) => node.id === id);
    if (branch?.failure && isCredentialFailure(branch.failure.kind)) await this.#refresh(branch);
  }

  /** Loads anew the place where an error row stands. */
  async retry(errorRow: TreeNode): Promise<void> {
    const parent = this.#entryOf.get(errorRow)?.parent;
    if (parent) await this.#refresh(parent);
  }

  /** Shows anew what is known, without a call: something has changed elsewhere, or time has passed. */
  rearrange(branch: Entry = this.#root): void {
    for (const entry of [...inView(branch)]) if (entry.children) this.#derive(entry);
  }

  /** Asks for what is missing below a node. Resolves when it is there. */
  async fill(node: TreeNode): Promise<void> {
    const entry = this.#entryOf.get(node);
    if (entry?.node.load) await this.#load(entry, "fill");
  }

  /** Shows the lists to which filter and order apply anew, and asks for what they miss. */
  async refilter(): Promise<void> {
    this.rearrange();
    const filtered = [...inView(this.#root)].filter(({ expanded, node }) => expanded && node.isFiltered);
    await Promise.all(filtered.map(({ node }) => this.fill(node)));
  }

  /** Selects a row, by the ids of the nodes from the top down to it, as far as they are there. */
  async reveal(path: readonly string[]): Promise<void> {
    let found: Entry | undefined;
    for (const id of path) {
      const next: Entry | undefined = await this.#find(found, id);
      if (!next) break;
      found = next;
    }
    if (found) await this.#events.revealed(found);
  }

  /** The row with a node id below an entry; asks for it when it is not there yet. */
  async #find(entry: Entry | undefined, id: string): Promise<Entry | undefined> {
    const isWanted = ({ node }: Entry): boolean => node.id === id;
    const known = (await this.children(entry)).find(isWanted);
    if (known || !entry) return known;
    await this.fill(entry.node);
    return entry.children?.find(isWanted);
  }

  /** The entries at the top, each of which is refreshed at its own pace. */
  get branches(): readonly Entry[] {
    return this.#root.children ?? [];
  }

  /** Loads what is in view and due, in a branch or everywhere. What does not come soon is not waited for. */
  async tick(branch: Entry = this.#root): Promise<TickResult> {
    const before = branch.changes;
    const due = [...inView(branch)].filter(
      (entry) => entry.expanded && !isBarred(entry) && this.#isDue(entry, "tick"),
    );
    const loads = Promise.all(due.map((entry) => this.#load(entry, "tick")));
    const patience = new AbortController();
    await Promise.race([loads, sleep(this.#clock, tickPatience, patience.signal).catch(() => undefined)]);
    patience.abort();
    this.rearrange(branch);
    const inSight = [...inView(branch)];
    return {
      changed: branch.changes !== before,
      failures: inSight.flatMap((entry) => (isBarred(entry) ? [] : (entry.failure ?? []))),
      busy: inSight.some(({ node }) => node.row().flags?.includes("busy")),
    };
  }

  async #refresh(entry: Entry): Promise<void> {
    entry.failure = undefined;
    entry.loadedAt = undefined;
    if (!entry.expanded) return;
    if (entry.node.load) await this.#load(entry, "open");
    else this.#derive(entry);
    await Promise.all((entry.children ?? []).map((child) => this.#refresh(child)));
  }

  #isDue({ node, loading, loadedAt }: Entry, reason: Reason): boolean {
    if (!node.load || loading) return false;
    if (loadedAt === undefined) return true;
    if (!node.pace) return false;
    return reason === "open" || this.#clock.elapsed() - loadedAt >= period[node.pace];
  }

  #load(entry: Entry, reason: Reason): Promise<void> {
    entry.loading?.controller.abort();
    const controller = new AbortController();
    const { signal } = controller;
    let firstIsThere = (): void => undefined;
    const first = new Promise<void>((resolve) => (firstIsThere = resolve));
    const put = (nodes: readonly TreeNode[]): void => {
      if (signal.aborted) return;
      entry.failure = undefined;
      this.#put(entry, nodes);
      firstIsThere();
    };
    const show = sparingly(put, this.#clock);
    const isExpanded = (id: string): boolean =>
      entry.children?.some((child) => child.expanded && child.node.id === id) ?? false;
    const whole = this.#ask(entry, { signal, reason, show, isExpanded }, put).finally(() => {
      firstIsThere();
      if (signal.aborted) return;
      entry.loading = undefined;
      entry.loadedAt = this.#clock.elapsed();
      if (this.#hasNewRow(entry)) this.#events.changed(entry);
    });
    entry.loading = { controller, first };
    return whole;
  }

  async #ask(entry: Entry, asking: Asking, put: (nodes: readonly TreeNode[]) => void): Promise<void> {
    try {
      put((await entry.node.load?.(asking)) ?? []);
    } catch (error) {
      if (asking.signal.aborted) return;
      const doing = entry.node.doing ?? "show this";
      this.#events.failed(error, doing);
      this.#fail(entry, describeFailure(error, doing));
    }
  }

  /**
   * Puts a failure where its data would stand; that of credentials also at the connection, where it can be
   * mended.
   */
  #fail(entry: Entry, failure: Failure): void {
    const connection = isCredentialFailure(failure.kind)
      ? above(entry).find(({ node }) => node.kind === "connection")
      : undefined;
    if (connection) this.#fail(connection, failure);
    if (connection && entry.nodes) return;
    entry.failure = failure;
    this.#put(entry, entry.nodes);
  }

  #derive(entry: Entry): void {
    const nodes = entry.node.below?.();
    if (nodes) this.#put(entry, nodes);
  }

  /** Replaces the rows below an entry, keeping those that are still there, and tells what changed. */
  #put(parent: Entry, nodes: readonly TreeNode[] | undefined): void {
    const before = parent.children;
    parent.nodes = nodes;
    parent.children = place(parent, [
      ...(parent.failure ? [new ErrorNode(parent.failure)] : []),
      ...(nodes ?? []),
    ]);
    for (const child of parent.children) this.#entryOf.set(child.node, child);
    const rowsChanged = parent.children.filter((child) => this.#hasNewRow(child));
    if (before) this.#report(parent, before, rowsChanged);
    for (const child of parent.children) if (child.children) this.#derive(child);
  }

  /** Whether an entry's row is another than was shown last. */
  #hasNewRow(entry: Entry): boolean {
    const row = JSON.stringify(entry.node.row());
    const isNew = entry !== this.#root && entry.shown !== row;
    entry.shown = row;
    return isNew;
  }

  #report(parent: Entry, before: readonly Entry[], rowsChanged: readonly Entry[]): void {
    const now = parent.children ?? [];
    const sameRows = before.length === now.length && before.every((child, index) => child === now[index]);
    const told = sameRows ? rowsChanged : [parent];
    for (const entry of told) {
      for (const each of [entry, ...above(entry)]) each.changes += 1;
      this.#events.changed(entry === this.#root ? undefined : entry);
    }
  }
}

/**
 * Shows the first rows at once and later ones a few times a second, so that a long list is not built for each
 * page of it.
 */
function sparingly(put: (nodes: readonly TreeNode[]) => void, clock: Clock): Asking["show"] {
  let shownAt = -Infinity;
  return (rows) => {
    if (clock.elapsed() - shownAt < showPeriod) return;
    shownAt = clock.elapsed();
    put(rows());
  };
}

/** Whether a tick must leave this entry alone, because only a user can mend what failed. */
function isBarred(entry: Entry): boolean {
  if (entry.failure && needsPerson(entry.failure)) return true;
  return above(entry).some(({ failure }) => failure !== undefined && isCredentialFailure(failure.kind));
}
