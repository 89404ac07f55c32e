import assert from "node:assert/strict";
import { createLanguageService } from "../../../server/src/service/service.ts";

const service = createLanguageService();

/** The text at a path of the prepared input. */
function at(text: string, ...path: (string | number)[]): string {
  const document = service.parse("file:///task-definition.json", text);
  const range = service.locate(document, path);
  assert.ok(range);
  return text.slice(document.lines.offsetAt(range.start), document.lines.offsetAt(range.end));
}

const container = '{ "name": "app", "image": "a:${TAG}" }';

describe("The place of a value of the prepared input", () => {
  it("is the value in the file, placeholders as written", () => {
    assert.equal(
      at(`{ "family": "web", "containerDefinitions": [${container}] }`, "containerDefinitions", 0, "image"),
      '"a:${TAG}"',
    );
  });

  it("is counted without nulls, which the input does not have", () => {
    assert.equal(
      at(
        `{ "family": "web", "containerDefinitions": [null, ${container}] }`,
        "containerDefinitions",
        0,
        "image",
      ),
      '"a:${TAG}"',
    );
  });

  it("is found inside a wrapper", () => {
    assert.equal(
      at(
        `{ "taskDefinition": { "family": "web", "containerDefinitions": [${container}] } }`,
        "containerDefinitions",
        0,
        "name",
      ),
      '"app"',
    );
  });

  it("is that of the innermost value around it, when it is not there", () => {
    assert.equal(
      at(
        `{ "family": "web", "containerDefinitions": [${container}] }`,
        "containerDefinitions",
        0,
        "secrets",
        2,
        "valueFrom",
      ),
      container,
    );
  });
});
