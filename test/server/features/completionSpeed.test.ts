import assert from "node:assert/strict";
import { largestDocument } from "../../../bench/documents.ts";
import { cpuTimeOfSync } from "../../support/cpuTime.ts";
import { createLanguageService } from "../../../server/src/service/service.ts";

describe("Completion in the largest legal file", () => {
  it("takes no longer than checking it a few times", () => {
    const service = createLanguageService();
    const { text } = largestDocument();
    const document = service.parse("file:///workspace/task-definition.json", text);
    service.workspace.set(document);
    const positions = [
      '"family"',
      '"image"',
      '"logDriver"',
      '"sourceVolume": "',
      '"hostPort"',
      '"dependsOn": [',
    ].map((mark) => document.lines.positionAt(Math.max(text.lastIndexOf(mark), 1)));
    // Machines count the CPU time of a thread in steps of some milliseconds.
    const times = (work: () => void): number => {
      work();
      return cpuTimeOfSync(() => {
        for (let turn = 0; turn < 15; turn++) work();
      });
    };
    const checking = times(() => service.validate(service.parse(document.uri, text)));
    const slowest = Math.max(
      ...positions.map((position) => times(() => service.complete(document, position))),
    );
    if (process.env["SHOW_TIMES"])
      process.stdout.write(`      completion ${slowest.toFixed(2)} ms, checking ${checking.toFixed(2)} ms\n`);
    assert.ok(slowest < 5 * checking, `completion ${slowest} ms, checking ${checking} ms`);
  });
});
