import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** How a script ends, and what it says before. */
function run(script: string, ...args: readonly string[]): Promise<{ code: unknown; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, said: stdout + stderr }),
    );
  });
}

describe("A script that is given a wrong option", () => {
  it("says which there are in place of where it is noticed, and starts nothing", async () => {
    assert.deepEqual(await run("scripts/e2e.ts", "--files", "x"), {
      code: 2,
      said: "Unknown option '--files'. The options are --host …, --only …, --grep …, --at-once …, --no-package.\n",
    });
  }).timeout(120_000);

  it("says that a value is missing", async () => {
    assert.deepEqual(await run("scripts/e2e.ts", "--grep"), {
      code: 2,
      said: "Option '--grep <value>' argument missing. The options are --host …, --only …, --grep …, --at-once …, --no-package.\n",
    });
  }).timeout(120_000);

  it("says which values there are", async () => {
    assert.deepEqual(await run("scripts/e2e.ts", "--only", "page"), {
      code: 2,
      said: "--only is suite or pages, not page.\n",
    });
    assert.deepEqual(await run("scripts/e2e.ts", "--at-once", "two"), {
      code: 2,
      said: "--at-once is a number from 1 up, not two.\n",
    });
  }).timeout(120_000);

  it("does so whichever script it is", async () => {
    const scripts = (await readdir("scripts")).filter((name) => name.endsWith(".ts"));
    const texts = await Promise.all(scripts.map((name) => readFile(join("scripts", name), "utf8")));
    assert.deepEqual(
      scripts.filter((_, index) => texts[index]?.includes("parseArgs(")),
      [],
      "Use readOptions of scripts/host/options.ts.",
    );
  });
});
