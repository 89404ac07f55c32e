import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { shapeFiles } from "./inputShapes.ts";

describe("The shapes by which inputs are read", () => {
  for (const [path, text] of Object.entries(shapeFiles())) {
    it(`are those of the installed SDK: ${path}; \`node test/simulator/inputShapes.ts\` writes them anew`, () => {
      assert.equal(readFileSync(new URL(`../../simulator/src/${path}`, import.meta.url), "utf8"), text);
    });
  }
});
