import assert from "node:assert/strict";
import { findCycles } from "../../../server/src/service/model/cycles.ts";

describe("Finding cycles", () => {
  it("gives nothing for chains and for paths that meet", () => {
    assert.deepEqual(cyclesOf("a>b b>c a>c c>d"), []);
  });

  it("starts at the name that comes first, and ends with the edge that leads back to it", () => {
    assert.deepEqual(cyclesOf("a>b b>c c>a"), ["a>b b>c c>a"]);
  });

  it("leaves the way into a cycle out of it", () => {
    assert.deepEqual(cyclesOf("x>a a>b b>a"), ["a>b b>a"]);
  });

  it("finds several cycles, in the order of the edges", () => {
    assert.deepEqual(cyclesOf("a>b a>c b>a c>a d>e e>d"), ["a>b b>a", "a>c c>a", "d>e e>d"]);
  });

  it("takes an edge to itself for a cycle", () => {
    assert.deepEqual(cyclesOf("a>a"), ["a>a"]);
  });

  it("follows chains of any length", () => {
    const edges = Array.from({ length: 50_000 }, (_, index) => ({
      from: String(index),
      to: String(index + 1),
    }));
    assert.equal(findCycles([...edges, { from: "50000", to: "0" }])[0]?.length, 50_001);
  });
});

function cyclesOf(edges: string): string[] {
  const parsed = edges.split(" ").map((edge) => ({ from: edge[0]!, to: edge[2]! }));
  return findCycles(parsed).map((cycle) => cycle.map(({ from, to }) => `${from}>${to}`).join(" "));
}
