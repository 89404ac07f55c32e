import assert from "node:assert/strict";
import { glob, readFile } from "node:fs/promises";

describe("Files on disk", () => {
  it("are new ones that a user asked for, the record of writes, and the exit code of a terminal's program: live resources and their diffs go into none", async () => {
    const writing: string[] = [];
    for await (const file of glob("client/src/**/*.ts"))
      if (
        /\b(writeFile|appendFile|createWriteStream|copyFile|mkdtemp|tmpdir)\b/.test(
          await readFile(file, "utf8"),
        )
      )
        writing.push(file);
    assert.deepEqual(writing.sort(), [
      "client/src/editor/auditFile.ts",
      "client/src/editor/privateProgram.ts",
      "client/src/editor/vscodeFiles.ts",
    ]);
  });
});
