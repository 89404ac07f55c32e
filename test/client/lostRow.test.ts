import assert from "node:assert/strict";
import { refresh } from "../../client/src/commands/refresh.ts";
import { followLogs } from "../../client/src/commands/logs/followLogs.ts";
import { isForLostRow } from "../../client/src/commands/lostRow.ts";

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
