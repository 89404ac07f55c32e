import assert from "node:assert/strict";
import { rowAt, rowsBelow, type Row } from "../../e2e/support/treeRows.ts";

/** Rows from an outline, two blanks a level. */
function rowsOf(outline: string): readonly Row[] {
  return outline
    .trim()
    .split("\n")
    .map((line, index) => {
      const label = line.trimStart();
      const level = 1 + (line.length - label.length) / 2;
      return { index, level, label, description: "", focused: false, selected: false };
    });
}

const tree = rowsOf(`
demo
  Clusters
    live
      Services
        orders
        payments
    staging
      Services
        orders
  Task definitions
    orders
      orders:2
      orders:1
`);

const labels = (rows: readonly Row[]): string[] => rows.map(({ label }) => label);

describe("The driver of the pages finds rows of a tree by their path", () => {
  it("those at the top have none above them", () => {
    assert.deepEqual(labels(rowsBelow(tree, [])), ["demo"]);
  });

  it("only those directly below are below", () => {
    assert.deepEqual(labels(rowsBelow(tree, ["demo"])), ["Clusters", "Task definitions"]);
    assert.deepEqual(labels(rowsBelow(tree, ["demo", "Clusters", "live", "Services"])), [
      "orders",
      "payments",
    ]);
  });

  it("of rows with the same label, that whose ancestors are meant", () => {
    assert.equal(rowAt(tree, ["demo", "Clusters", "live", "Services", "orders"])?.index, 4);
    assert.equal(rowAt(tree, ["demo", "Clusters", "staging", "Services", "orders"])?.index, 8);
    assert.equal(rowAt(tree, ["demo", "Task definitions", "orders"])?.index, 10);
  });

  it("the last one of the tree too", () => {
    assert.equal(rowAt(tree, ["demo", "Task definitions", "orders", "orders:1"])?.index, 12);
  });

  it("none below a row without any, nor where an ancestor is missing", () => {
    assert.deepEqual(rowsBelow(tree, ["demo", "Clusters", "live", "Services", "payments"]), []);
    assert.equal(rowAt(tree, ["demo", "Clusters", "test", "Services", "orders"]), undefined);
    assert.equal(rowAt(tree, ["Clusters", "live"]), undefined);
  });
});
