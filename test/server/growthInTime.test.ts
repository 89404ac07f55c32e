import assert from "node:assert/strict";
import type { LanguageService } from "../../server/src/service/service.ts";
import type { EcsDocument } from "../../server/src/service/documents/ecsDocument.ts";
import { open, uriOf } from "../fuzz/case.ts";
import { growing } from "../fuzz/growth.ts";

/** Characters. A time that is quadratic grows to the 16-fold between them. */
const [small, large] = [64_000, 256_000];

/** The most that a time may grow by, and milliseconds of CPU time of which nothing is told. */
const most = { growth: 9, ignored: 250 };

type Call = (service: LanguageService, document: EcsDocument) => unknown;

const calls: Readonly<Record<string, Call>> = {
  parsing: (service, { uri, text }) => service.parse(uri, text),
  diagnostics: (service, document) => service.diagnostics(document),
  "fix all": (service, document) => service.fixAll(document),
  prepare: (service, document) => service.prepare(document, { A: "1", B: "2" }),
  outline: (service, document) => service.outline(document),
  folding: (service, document) => service.foldingRanges(document),
  formatting: (service, document) => service.formatting(document, { tabSize: 2, insertSpaces: true }),
  completion: (service, document) =>
    service.complete(document, document.lines.positionAt(document.text.length / 2)),
};

/**
 * CPU time of this process, the best of five turns if it is long: what else goes on in it only ever adds
 * time.
 */
function timeOf(call: () => unknown): number {
  const once = (): number => {
    const before = process.cpuUsage();
    call();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const first = once();
  return first <= most.ignored ? first : Math.min(first, once(), once(), once(), once());
}

describe("The time for a file grows as the file does", () => {
  for (const { what, file } of growing)
    it(`of ${what}`, () => {
      const [less, more] = [small, large].map((size) => {
        const { name, text } = file(size);
        const { service } = open({ name, text, beside: [], seed: 0 });
        return { service, document: service.workspace.get(uriOf(name))! };
      });
      for (const [name, call] of Object.entries(calls)) {
        const time = timeOf(() => call(more!.service, more!.document));
        if (time <= most.ignored) continue;
        const before = timeOf(() => call(less!.service, less!.document));
        assert.ok(
          time <= most.growth * before,
          `${name} takes ${before} ms, and ${time} ms on four times as much`,
        );
      }
    }).timeout(120_000);
});
