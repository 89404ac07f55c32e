import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openAuditLog } from "../../../client/src/commands/openAuditLog.ts";
import { AuditFile } from "../../../client/src/editor/auditFile.ts";
import { commandContext } from "../../support/commandContext.ts";
import { plainShop } from "../../support/plainShop.ts";
import { ScriptedUi } from "../../support/scriptedUi.ts";
import { simulatedAccount } from "../../support/simulatedAccount.ts";

describe("The record of writes on disk", () => {
  let folder: string;
  let failures: unknown[];
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), "audit-")), "made", "when", "needed");
    failures = [];
  });
  afterEach(() => rm(join(folder, "../../.."), { recursive: true }));

  const file = (size?: number): AuditFile =>
    new AuditFile({
      folder,
      now: () => Date.UTC(2026, 10, 29, 1, 2, 3),
      failed: (error) => void failures.push(error),
      ...(size === undefined ? {} : { size }),
    });

  it("has a line with the time for each write, over several windows", async () => {
    assert.equal(await file().read(), "");
    const first = file();
    first.keep("Wrote: UpdateService live / orders");
    await first.read();
    const second = file();
    second.keep("Refused: DeleteService live / orders: Error: no\nnever");
    assert.equal(
      await second.read(),
      "2026-11-29T01:02:03.000Z Wrote: UpdateService live / orders\n2026-11-29T01:02:03.000Z Refused: DeleteService live / orders: Error: no never\n",
    );
    assert.equal((await stat(join(folder, "writes.log"))).mode & 0o077, 0);
  });

  it("has no secrets and no controls", async () => {
    const record = file();
    record.keep("Refused: x: postgres://shop:hunter2@db/shop\u001b[2J with AKIAIOSFODNN7EXAMPLE");
    assert.equal(await record.read(), "2026-11-29T01:02:03.000Z Refused: x: ••••••[2J with ••••••\n");
  });

  it("grows to twice its size at most, and keeps the newest lines in order", async () => {
    const record = file(1_000);
    for (let index = 0; index < 200; index += 1) record.keep(`line ${index}`);
    const lines = (await record.read()).split("\n").slice(0, -1);
    assert.ok(lines.join("\n").length <= 2_000);
    const numbers = lines.map((line) => Number(line.split(" ").at(-1)));
    assert.equal(numbers.at(-1), 199);
    assert.deepEqual(
      numbers,
      numbers.map((_number, index) => 200 - numbers.length + index),
    );
    assert.ok((await readFile(join(folder, "writes.before.log"), "utf8")).length <= 1_000);
    assert.deepEqual(failures, []);
  });

  it("says when a line cannot be kept, and keeps the next one", async () => {
    const parent = join(folder, "..");
    const blocked = new AuditFile({
      folder: join(parent, "file"),
      now: () => 0,
      failed: (error) => failures.push(error),
    });
    const made = file();
    made.keep("x");
    await made.read();
    await writeFile(join(parent, "file"), "");
    blocked.keep("lost");
    await assert.rejects(blocked.read(), { code: "ENOTDIR" });
    assert.equal(failures.length, 1);
    await rm(join(parent, "file"));
    blocked.keep("kept");
    assert.equal(await blocked.read(), "1970-01-01T00:00:00.000Z kept\n");
  });

  it("is shown, or said to be empty", async () => {
    const account = await simulatedAccount({ scenario: plainShop, clock: "step" });
    try {
      const ui = new ScriptedUi();
      const context = commandContext(account, ui);
      await openAuditLog.run({ ...context, audit: file() }, undefined, []);
      assert.deepEqual(ui.said, ["info Nothing was written to AWS yet."]);
      const record = file();
      record.keep("Wrote: CreateCluster x");
      await openAuditLog.run({ ...context, audit: record }, undefined, []);
      assert.deepEqual(ui.documents, [
        { name: "writes.log", language: "log", text: "2026-11-29T01:02:03.000Z Wrote: CreateCluster x\n" },
      ]);
    } finally {
      await account.close();
    }
  });
});
