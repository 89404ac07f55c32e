import assert from "node:assert/strict";
import { Cleanup } from "../../../scripts/host/cleanup.ts";

describe("the cleanup of a program", () => {
  it("ends what was started last first, and each once", async () => {
    const ended: string[] = [];
    const cleanup = new Cleanup();
    await cleanup.add(async () => void ended.push("server"));
    await cleanup.add(() => void ended.push("browser"));
    await Promise.all([cleanup.run(), cleanup.run()]);
    assert.deepEqual(ended, ["browser", "server"]);
  });

  it("ends at once what was started while it was already ending", async () => {
    const ended: string[] = [];
    const cleanup = new Cleanup();
    await cleanup.run();
    await cleanup.add(() => void ended.push("late"));
    assert.deepEqual(ended, ["late"]);
  });
});
