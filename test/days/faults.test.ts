import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { faults } from "./faults/index.ts";
import { faulty } from "./faults/fault.ts";

describe("The faults that simulated days must find", () => {
  it("have names of their own", () => {
    const names = faults.map(({ name }) => name);
    assert.deepEqual(names, [...new Set(names)]);
  });

  for (const fault of faults)
    it(`can be put back: ${fault.name}`, async () => {
      for (const file of new Set(fault.edits.map((edit) => edit.file))) {
        const source = await readFile(file, "utf8");
        assert.notEqual(faulty(fault, file, source), source);
      }
    });
});
