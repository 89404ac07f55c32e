import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPipe } from "../../server/src/node/readPipe.ts";

describe("A pipe", () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "taskwright-pipe-"));
    path = join(folder, "pipe");
    spawnSync("mkfifo", [path]);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Has another process write to the pipe. */
  const write = (command: string): void => void spawn("sh", ["-c", `{ ${command}; } > "$1"`, "sh", path]);
  const read = async (silence = 600_000): Promise<string> =>
    Buffer.from(await readPipe(path, { bytes: 200_000, silence })).toString();

  it("is read to its end, from the writer's first word on", async () => {
    write("printf a; printf b");
    assert.equal(await read(), "ab");
    write("head -c 150000 /dev/zero");
    assert.equal((await read()).length, 150_000);
  });

  it("is not waited for when nobody writes, and not read without end", async () => {
    await assert.rejects(read(30), { message: "nothing was written to it for 0.03 seconds" });
    write("head -c 300000 /dev/zero");
    await assert.rejects(read(), { message: "it has more than 200000 bytes" });
  });
});
