import assert from "node:assert/strict";
import { systemClock } from "../../client/src/model/clock.ts";
import type { Entry } from "../../client/src/tree/entry.ts";
import { HandClock } from "../support/handClock.ts";
import { until } from "../support/until.ts";
import { Explorer } from "../../client/src/tree/explorer.ts";
import type { Asking, Pace, Row, TreeNode } from "../../client/src/tree/node.ts";
import type { RowFlag } from "../../client/src/tree/flags.ts";
import type { NodeKind } from "../../client/src/tree/kinds.ts";

/** A node whose rows the test decides. */
class FakeNode implements TreeNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly pace?: Pace;
  readonly doing = "list things";
  label: string;
  flags: readonly RowFlag[] = [];
  load?: (asking: Asking) => Promise<readonly TreeNode[]>;
  below?: () => readonly TreeNode[];

  constructor(
    id: string,
    options: {
      kind?: NodeKind;
      pace?: Pace;
      label?: string;
      load?: FakeNode["load"];
      below?: FakeNode["below"];
    } = {},
  ) {
    this.id = id;
    this.kind = options.kind ?? "fact";
    this.label = options.label ?? id;
    if (options.pace) this.pace = options.pace;
    if (options.load) this.load = options.load;
    if (options.below) this.below = options.below;
  }

  row(): Row {
    return { label: this.label, accessible: this.label, flags: this.flags };
  }
}

interface Watched {
  readonly explorer: Explorer;
  readonly changes: string[];
  readonly failed: string[];
  time: number;
}

function watch(root: TreeNode): Watched {
  const watched: Watched = {
    explorer: new Explorer(
      root,
      {
        changed: (entry: Entry | undefined) => void watched.changes.push(entry?.id ?? "(all)"),
        failed: (error, doing) => void watched.failed.push(`${doing}: ${String(error)}`),
        revealed: async () => undefined,
      },
      { ...systemClock, elapsed: () => watched.time },
    ),
    changes: [],
    failed: [],
    time: 0,
  };
  return watched;
}

const labels = (entries: readonly Entry[]): readonly string[] => entries.map(({ node }) => node.row().label);
const denied = (): Error => Object.assign(new Error("You may not."), { name: "AccessDeniedException" });

describe("The explorer", () => {
  it("loads the rows below a row once, however often they are asked for", async () => {
    let loads = 0;
    const { explorer } = watch(
      new FakeNode("", { load: async () => (loads++, [new FakeNode("a"), new FakeNode("b")]) }),
    );
    assert.deepEqual(labels(await explorer.children()), ["a", "b"]);
    assert.deepEqual(labels(await explorer.children()), ["a", "b"]);
    assert.equal(loads, 1);
  });

  it("does not wait for ever for a row that hangs, and leaves it alone until it is there", async () => {
    const clock = new HandClock();
    let hanging = 0;
    let answered = 0;
    let answer: (nodes: readonly TreeNode[]) => void = () => undefined;
    const hangs = (): Promise<readonly TreeNode[]> => {
      hanging += 1;
      return hanging === 1 ? Promise.resolve([]) : new Promise((resolve) => (answer = resolve));
    };
    const answers = async (): Promise<readonly TreeNode[]> => ((answered += 1), []);
    const root = new FakeNode("", {
      load: async () => [
        new FakeNode("hangs", { pace: "live", load: hangs }),
        new FakeNode("answers", { pace: "live", load: answers }),
      ],
    });
    const events = { changed: () => undefined, failed: () => undefined, revealed: async () => undefined };
    const explorer = new Explorer(root, events, clock);
    for (const branch of await explorer.children()) await explorer.children(branch);
    for (const expected of [2, 3]) {
      const ticking = explorer.tick();
      await until("the answer", () => answered === expected);
      clock.advance(10_000);
      assert.deepEqual(await ticking, { changed: false, failures: [], busy: false });
    }
    assert.equal(hanging, 2);
    answer([new FakeNode("late")]);
    const [branch] = explorer.branches;
    await until("the late row", () => branch?.children?.length === 1);
    assert.equal(clock.waiting, 0);
  });

  it("gives everyone who asks while rows are loading the same rows", async () => {
    const { explorer } = watch(new FakeNode("", { load: async () => [new FakeNode("a")] }));
    const [first, second] = await Promise.all([explorer.children(), explorer.children()]);
    assert.deepEqual(labels(first), ["a"]);
    assert.equal(first, second);
  });

  it("keeps the identity of a row over a refresh, and shows only what changed", async () => {
    let label = "3/3";
    const watched = watch(
      new FakeNode("", { load: async () => [new FakeNode("a", { label }), new FakeNode("b")] }),
    );
    const before = await watched.explorer.children();
    label = "2/3";
    await watched.explorer.refresh();
    const after = await watched.explorer.children();
    assert.deepEqual(labels(after), ["2/3", "b"]);
    assert.deepEqual(before, after);
    assert.deepEqual(watched.changes, ["/a"]);
  });

  it("shows a list anew when rows come, go or change places", async () => {
    let ids = ["a", "b"];
    const watched = watch(
      new FakeNode("", {
        load: async () => [new FakeNode("list", { load: async () => ids.map((id) => new FakeNode(id)) })],
      }),
    );
    const [list] = await watched.explorer.children();
    await watched.explorer.children(list);
    for (ids of [["b", "a"], ["b", "a", "c"], ["b"]]) await watched.explorer.refresh(list?.node);
    assert.deepEqual(watched.changes, ["/list", "/list", "/list"]);
    assert.deepEqual(labels(await watched.explorer.children(list)), ["b"]);
  });

  it("says nothing when a refresh finds nothing new", async () => {
    const watched = watch(new FakeNode("", { load: async () => [new FakeNode("a")] }));
    await watched.explorer.children();
    await watched.explorer.refresh();
    assert.deepEqual(watched.changes, []);
  });

  it("shows rows as they arrive", async () => {
    let finish = (): void => undefined;
    const rest = new Promise<void>((resolve) => (finish = resolve));
    const load = async ({ show }: Asking): Promise<readonly TreeNode[]> => {
      show(() => [new FakeNode("a")]);
      await rest;
      return [new FakeNode("a"), new FakeNode("b")];
    };
    const watched = watch(new FakeNode("", { load }));
    assert.deepEqual(labels(await watched.explorer.children()), ["a"]);
    finish();
    await watched.explorer.refresh();
    assert.deepEqual(labels(await watched.explorer.children()), ["a", "b"]);
    assert.deepEqual(watched.changes[0], "(all)");
  });

  it("puts the reason and a retry where rows cannot be loaded, and mends it on retry", async () => {
    let isDenied = true;
    const load = async (): Promise<readonly TreeNode[]> => {
      if (isDenied) throw denied();
      return [new FakeNode("a")];
    };
    const watched = watch(
      new FakeNode("", {
        load: async () => [new FakeNode("good", { load: async () => [] }), new FakeNode("bad", { load })],
      }),
    );
    const [, bad] = await watched.explorer.children();
    const [error] = await watched.explorer.children(bad);
    assert.deepEqual(error?.node.row(), {
      label: "Could not list things",
      description: "not authorized. You may not.",
      icon: { id: "warning", color: "list.warningForeground" },
      flags: ["denied"],
      accessible: "Could not list things: not authorized. You may not. Press Enter to retry.",
      click: "taskwright.retry",
    });
    assert.equal(error.node.tooltip?.()?.text, "Could not list things: not authorized. You may not.");
    assert.deepEqual(watched.failed, ["list things: AccessDeniedException: You may not."]);
    isDenied = false;
    await watched.explorer.retry(error.node);
    assert.deepEqual(labels(await watched.explorer.children(bad)), ["a"]);
  });

  it("keeps what was there when a refresh fails, and says above it that it is old", async () => {
    let fails = false;
    const load = async (): Promise<readonly TreeNode[]> => {
      if (fails) throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
      return [new FakeNode("a")];
    };
    const { explorer } = watch(new FakeNode("", { load, pace: "live" }));
    await explorer.children();
    fails = true;
    await explorer.tick();
    assert.deepEqual(labels(await explorer.children()), ["Could not list things", "a"]);
    fails = false;
    await explorer.tick();
    assert.deepEqual(labels(await explorer.children()), ["a"]);
  });

  it("aborts what is being loaded when the row is collapsed, and loads it when it is expanded again", async () => {
    const signals: AbortSignal[] = [];
    const load = ({ signal }: Asking): Promise<readonly TreeNode[]> => {
      signals.push(signal);
      if (signals.length > 1) return Promise.resolve([new FakeNode("a")]);
      return new Promise((_resolve, reject) =>
        signal.addEventListener("abort", () => reject(signal.reason as Error)),
      );
    };
    const watched = watch(new FakeNode("", { load: async () => [new FakeNode("slow", { load })] }));
    const [slow] = await watched.explorer.children();
    const first = watched.explorer.children(slow);
    watched.explorer.collapse(slow!);
    assert.deepEqual(await first, []);
    assert.equal(signals[0]?.aborted, true);
    assert.deepEqual(labels(await watched.explorer.children(slow)), ["a"]);
    assert.deepEqual(watched.failed, []);
  });

  it("derives again what follows from a newer node", async () => {
    let count = 1;
    const service = (): FakeNode => {
      const now = count;
      return new FakeNode("service", { below: () => [new FakeNode("tasks", { label: `${now} running` })] });
    };
    const watched = watch(new FakeNode("", { load: async () => [service()] }));
    const [entry] = await watched.explorer.children();
    assert.deepEqual(labels(await watched.explorer.children(entry)), ["1 running"]);
    count = 2;
    await watched.explorer.refresh();
    assert.deepEqual(labels(await watched.explorer.children(entry)), ["2 running"]);
    assert.deepEqual(watched.changes, ["/service/tasks"]);
  });

  it("shows a row that comes back as it was, expanded and with its rows", async () => {
    let isHidden = false;
    const row = (): FakeNode => new FakeNode("a", { load: async () => [new FakeNode("below")] });
    const watched = watch(new FakeNode("", { load: async () => (isHidden ? [] : [row()]) }));
    const [before] = await watched.explorer.children();
    await watched.explorer.children(before);
    isHidden = true;
    await watched.explorer.refresh();
    assert.deepEqual(await watched.explorer.children(), []);
    isHidden = false;
    await watched.explorer.refresh();
    const [after] = await watched.explorer.children();
    assert.equal(after, before);
    assert.equal(after?.expanded, true);
    assert.deepEqual(labels(after?.children ?? []), ["below"]);
  });

  it("tells what is above a row", async () => {
    const leaf = new FakeNode("leaf");
    const middle = new FakeNode("middle", { below: () => [leaf] });
    const root = new FakeNode("", { load: async () => [middle] });
    const { explorer } = watch(root);
    await explorer.children((await explorer.children())[0]);
    assert.deepEqual(explorer.ancestors(leaf), [middle, root]);
  });
});

describe("A tick of the explorer", () => {
  /** A root with three lists: one that is live, one that is slow, one only by hand. */
  function lists(): Watched & { readonly loads: Record<string, number> } {
    const loads: Record<string, number> = { live: 0, slow: 0, byHand: 0 };
    const list = (id: string, pace?: Pace): FakeNode =>
      new FakeNode(id, {
        ...(pace ? { pace } : {}),
        load: async () => [new FakeNode(`${id} ${++loads[id]!}`)],
      });
    const watched = watch(
      new FakeNode("", { load: async () => [list("live", "live"), list("slow", "slow"), list("byHand")] }),
    );
    return Object.assign(watched, { loads });
  }

  it("loads what is live each time, what is slow once a minute, the rest never", async () => {
    const watched = lists();
    for (const entry of await watched.explorer.children()) await watched.explorer.children(entry);
    for (const seconds of [10, 20, 59, 60, 70]) {
      watched.time = seconds * 1000;
      await watched.explorer.tick();
    }
    assert.deepEqual(watched.loads, { live: 6, slow: 2, byHand: 1 });
  });

  it("leaves alone what is collapsed, or under something collapsed", async () => {
    const watched = lists();
    const [live] = await watched.explorer.children();
    await watched.explorer.tick();
    assert.equal(watched.loads["live"], 0);
    await watched.explorer.children(live);
    watched.explorer.collapse(live!);
    await watched.explorer.tick();
    assert.equal(watched.loads["live"], 1);
    watched.explorer.expand(live!);
    await watched.explorer.tick();
    assert.equal(watched.loads["live"], 2);
  });

  it("tells whether anything changed, and whether something is on its way", async () => {
    const node = new FakeNode("a", { label: "1" });
    const { explorer } = watch(new FakeNode("", { pace: "live", load: async () => [node] }));
    await explorer.children();
    assert.deepEqual(await explorer.tick(), { changed: false, failures: [], busy: false });
    node.label = "2";
    node.flags = ["busy"];
    assert.deepEqual(await explorer.tick(), { changed: true, failures: [], busy: true });
  });

  it("does not ask again by itself for what was denied", async () => {
    let loads = 0;
    const load = async (): Promise<readonly TreeNode[]> => {
      loads++;
      throw denied();
    };
    const { explorer } = watch(new FakeNode("", { pace: "live", load }));
    await explorer.children();
    await explorer.tick();
    assert.equal(loads, 1);
  });

  it("shows expired credentials at the connection, and asks nothing more below it until it is mended", async () => {
    let isExpired = false;
    let loads = 0;
    const services = new FakeNode("services", {
      pace: "live",
      load: async () => {
        loads++;
        if (isExpired)
          throw Object.assign(new Error("The security token included in the request is expired"), {
            name: "ExpiredTokenException",
          });
        return [new FakeNode("orders")];
      },
    });
    const connection = new FakeNode("dev", { kind: "connection", load: async () => [services] });
    const { explorer } = watch(new FakeNode("", { load: async () => [connection] }));
    const [dev] = await explorer.children();
    const [list] = await explorer.children(dev);
    await explorer.children(list);
    isExpired = true;
    await explorer.tick();
    await explorer.tick();
    assert.equal(loads, 2);
    assert.deepEqual(labels(await explorer.children(dev)), ["Could not list things", "services"]);
    assert.deepEqual(labels(await explorer.children(list)), ["orders"]);
    isExpired = false;
    const [error] = await explorer.children(dev);
    assert.equal(error?.node.row().click, "taskwright.signIn");
    await explorer.retry(error.node);
    await explorer.tick();
    assert.deepEqual(labels(await explorer.children(dev)), ["services"]);
    assert.equal(loads, 4);
  });
});
