import assert from "node:assert/strict";
import type { LogOutputChannel } from "vscode";
import { outputLog } from "../../../client/src/editor/outputLog.ts";

describe("The output channel", () => {
  const written: string[] = [];
  const write = function (this: unknown, ...given: unknown[]): void {
    assert.equal(this, channel);
    written.push(given.join(" "));
  };
  const channel = {
    name: "ECS",
    logLevel: 1,
    trace: write,
    debug: write,
    info: write,
    warn: write,
    error: write,
    append: write,
    appendLine: write,
    replace: write,
    show: () => "shown",
  } as unknown as LogOutputChannel;
  const log = outputLog(channel);
  beforeEach(() => void (written.length = 0));

  it("keeps text, and all else that it can", () => {
    log.info("Wrote: UpdateService live / orders in 123456789012, eu-west-1");
    assert.deepEqual(written, ["Wrote: UpdateService live / orders in 123456789012, eu-west-1"]);
    assert.deepEqual([log.name, log.logLevel, log.show()], ["ECS", 1, "shown"]);
  });

  it("leaves out controls, and secrets that are known by their form", () => {
    for (const name of ["debug", "info", "warn", "error", "append", "appendLine", "replace"] as const)
      log[name](
        "could not reach postgres://shop:hunter2@db/shop\u001b[2J with AKIAIOSFODNN7EXAMPLE.\n  at x",
      );
    assert.deepEqual([...new Set(written)], ["could not reach ••••••[2J with ••••••\n  at x"]);
    written.length = 0;
    log.error(new Error("token ghp_a1a1a1a1a1a1a1a1a1a1a1"));
    assert.match(written[0]!, /^Error: token ••••••\n {4}at /);
  });

  it("says of a traced message which it was, not what it said", () => {
    log.trace(
      'Sending request \'taskwright/prepare - (3)\'.\nParams: { "values": { "DB_PASSWORD": "hunter2" } }',
    );
    log.trace('{"isLSPMessage":true,"message":{"method":"taskwright/prepare","params":{"X":"hunter2"}}}');
    assert.deepEqual(written, ["Sending request 'taskwright/prepare - (3)'.", "Message taskwright/prepare"]);
  });
});
