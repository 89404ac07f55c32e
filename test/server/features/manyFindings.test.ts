import assert from "node:assert/strict";
import { createLanguageService } from "../../../server/src/service/service.ts";

const service = createLanguageService();

/** A service with so many tags of a wrong shape: two findings each, one of them an error. */
function open(count: number): ReturnType<typeof service.parse> {
  const tags = Array.from({ length: count }, (_, index) => ({ key: `k${index}`, value: "v", more: 1 }));
  const text = JSON.stringify({ serviceName: "a", taskDefinition: "b", desiredCount: 1, tags });
  return service.parse("file:///ecs-service.json", text);
}

describe("The findings of a file", () => {
  it("are shown all as long as they are 1,000 at most", () => {
    const document = open(40);
    assert.equal(service.diagnostics(document).length, service.validate(document).length);
  });

  it("are 1,000 at most for an editor, the gravest ones, after one that says how many there are", () => {
    const document = open(3_000);
    const findings = service.validate(document);
    const [first, ...others] = service.diagnostics(document);
    assert.equal(
      first?.message,
      `This file has ${findings.length} findings; 1000 of them are shown, the gravest first. "taskwright check" lists all of them.`,
    );
    assert.deepEqual(first.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
    assert.equal(others.length, 1_000);
    const errors = findings.filter(({ severity }) => severity === "error").length;
    assert.equal(others.filter(({ severity }) => severity === 1).length, Math.min(errors, 1_000));
  });
});
