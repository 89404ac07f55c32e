import assert from "node:assert/strict";
import { PagedList } from "../../client/src/account/pagedList.ts";

describe("A list that is read page by page", () => {
  const { signal } = new AbortController();

  it("has each item once, although two read it at the same time", async () => {
    const pages = [["a", "b"], ["c", "d"], ["e"]];
    const list = new PagedList(
      async (token = "0") => ({
        items: pages[Number(token)]!,
        nextToken: Number(token) + 1 < pages.length ? String(Number(token) + 1) : undefined,
      }),
      () => 0,
    );
    await Promise.all([list.all(signal), list.more(signal), list.all(signal)]);
    assert.deepEqual(list.items, ["a", "b", "c", "d", "e"]);
  });

  it("has an item once that AWS gives on two pages", async () => {
    const list = new PagedList(
      async (token) =>
        token ? { items: ["b", "c"], nextToken: undefined } : { items: ["a", "b"], nextToken: "1" },
      () => 0,
    );
    await list.all(signal);
    assert.deepEqual(list.items, ["a", "b", "c"]);
  });
});
