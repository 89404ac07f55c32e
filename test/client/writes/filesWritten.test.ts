import assert from "node:assert/strict";
import { glob, readFile } from "node:fs/promises";

describe("Files on disk", () => {
  it("are written in one place, where a person asked for new ones: diffs and documents of live resources have no temporary file", async () => {
    const writing: string[] = [];
    for await (const file of glob("client/src/**/*.ts"))
      if (/\b(writeFile|appendFile|createWriteStream|copyFile|mkdtemp|tmpdir)\b/.test(await readFile(file, "utf8"))) writing.push(file);
    assert.deepEqual(writing, ["client/src/vscodeFiles.ts"]);
  });
});
