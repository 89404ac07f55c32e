import assert from "node:assert/strict";
import { isPlaceholder } from "../../server/src/service/syntax/placeholders.ts";

describe("A name in braces", () => {
  it("stands in for a value, or for the tag of an image", () => {
    for (const text of ["{family}", "{task.cpu}", "orders:{tag}"])
      assert.equal(isPlaceholder(text), true, text);
  });

  it("is text of its own elsewhere: paths of URLs, JSON, formats", () => {
    for (const text of [
      "/orders/{id}",
      "https://example.com/{id}/items",
      '{"level":"info"}',
      "{}",
      "{0}",
      "{ name }",
    ])
      assert.equal(isPlaceholder(text), false, text);
  });
});
