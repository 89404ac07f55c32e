import assert from "node:assert/strict";
import { documents, workspace } from "../../support/vscodeStub.ts";

const { watchLanguageByContent } = await import("../../../client/src/editor/languageByContent.ts");

const definition = `{ "family": "orders", "containerDefinitions": [] }`;

describe("The language of a JSON file by its content", () => {
  beforeEach(() => {
    documents.reset();
    watchLanguageByContent([]);
  });

  it("is ours when a task definition is opened", () => {
    assert.equal(documents.open(definition).languageId, "ecs-task-definition");
    assert.equal(documents.open(`{ "family": 1 }`).languageId, "json");
    assert.equal(documents.open(definition, { languageId: "plaintext" }).languageId, "plaintext");
    assert.equal(documents.open(definition, { scheme: "git" }).languageId, "json");
  });

  it("is ours once a definition is pasted into a new file, or typed there", () => {
    const pasted = documents.open("");
    documents.change(pasted, definition);
    assert.equal(pasted.languageId, "ecs-task-definition");
    const typed = documents.open("{");
    for (const end of [20, 40, definition.length]) documents.change(typed, definition.slice(0, end));
    assert.equal(typed.languageId, "ecs-task-definition");
  });

  it("stays as it is where a file was long when it was opened", () => {
    const long = documents.open(`{ "note": "${"x".repeat(600)}" }`);
    documents.change(long, definition);
    assert.equal(long.languageId, "json");
  });

  it("is the user's to change", () => {
    const document = documents.open(definition);
    documents.setLanguage(document, "json");
    documents.change(document, `${definition} `);
    assert.equal(document.languageId, "json");
  });

  it("is left alone where the settings say so", () => {
    workspace.settings = { detectByContent: { globalValue: false } };
    assert.equal(documents.open(definition).languageId, "json");
    workspace.settings = {};
  });
});
