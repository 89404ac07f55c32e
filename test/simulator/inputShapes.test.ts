import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { shapesFile } from "./inputShapes.ts";

describe("The shapes by which inputs are read", () => {
  it("are those of the installed SDK; `node test/simulator/inputShapes.ts` writes them anew", () => {
    const file = new URL("../../simulator/src/ecs/input/inputShapes.table.ts", import.meta.url);
    assert.equal(readFileSync(file, "utf8"), shapesFile());
  });
});
