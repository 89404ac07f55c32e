import assert from "node:assert/strict";
import { setImmediate as turn } from "node:timers/promises";
import { scale } from "../../client/src/commands/services/scale.ts";
import { followLogs } from "../../client/src/commands/logs/followLogs.ts";
import { findLostRows, isForLostRow, type ShownRows } from "../../client/src/commands/lostRow.ts";
import { refresh } from "../../client/src/commands/refresh.ts";
import { retry } from "../../client/src/commands/retry.ts";
import { buttonId, idInGroup, idsOf } from "../../client/src/commands/rowButton.ts";
import type { TreeNode } from "../../client/src/tree/node.ts";
import { HandClock } from "../support/handClock.ts";

describe("A command that comes without its row", () => {
  it("was chosen in a row's menu, while that row was being refreshed", () => {
    assert.equal(isForLostRow(followLogs, [undefined, undefined]), true);
  });

  it("is meant like that from the palette, and in the title of the view", () => {
    assert.equal(isForLostRow(followLogs, []), false);
    assert.equal(isForLostRow(refresh, [undefined]), false);
  });

  it("has its row otherwise", () => {
    assert.equal(isForLostRow(followLogs, [{ node: {} }, undefined]), false);
  });
});

describe("The row of a menu that VS Code has lost", () => {
  const row = (id: string): TreeNode => ({ kind: "service", id, row: () => ({ label: id, accessible: id }) });
  const orders = row("orders");
  const worker = row("worker");
  let clock: HandClock;
  beforeEach(() => {
    clock = new HandClock();
  });

  /** VS Code, to which a row comes back after so many looks. */
  function shown(looks: number): ShownRows {
    return {
      focused: async () => (looks-- > 0 ? undefined : orders),
      selected: () => [orders, worker],
    };
  }

  /** What is found, as time goes on. */
  async function found(given: readonly unknown[], rows: ShownRows): ReturnType<typeof findLostRows> {
    let isOver = false;
    const finding = findLostRows(given, rows, clock).finally(() => (isOver = true));
    while (!isOver) {
      clock.advance(50);
      await turn();
    }
    return finding;
  }

  it("is the one that has the focus, as soon as it is shown again", async () => {
    assert.deepEqual(await found([undefined, undefined], shown(0)), { node: orders, selected: [] });
    assert.deepEqual(await found([undefined, undefined], shown(40)), { node: orders, selected: [] });
  });

  it("brings all that are selected, where it was the menu of several", async () => {
    const rows = await found([undefined, [undefined, undefined]], shown(3));
    assert.deepEqual(rows, { node: orders, selected: [orders, worker] });
  });

  it("is not waited for longer than 5 seconds", async () => {
    assert.equal(await found([undefined], shown(Infinity)), undefined);
    assert.equal(clock.elapsed() <= 5_100, true);
  });
});

describe("A command that stands on rows as a button", () => {
  it("has an id of its own there, when it stands in their menu as well", () => {
    assert.deepEqual(idsOf(followLogs), ["taskwright.followLogs", "taskwright.followLogs.button"]);
    assert.equal(idInGroup(followLogs, "4_logs@1"), "taskwright.followLogs");
    assert.equal(idInGroup(followLogs, "inline@2"), "taskwright.followLogs.button");
    assert.equal(buttonId(followLogs), "taskwright.followLogs.button");
  });

  it("has the same where it stands only as one of both", () => {
    assert.deepEqual([idsOf(retry), buttonId(retry)], [["taskwright.retry"], "taskwright.retry"]);
    assert.deepEqual([idsOf(scale), buttonId(scale)], [["taskwright.scale"], undefined]);
  });
});
