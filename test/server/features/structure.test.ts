import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import { createLanguageService } from "../../../server/src/service/service.ts";

const service = createLanguageService();
const parse = (text: string) => service.parse("file:///workspace/task-definition.json", text);

function formatted(text: string): string {
  const document = parse(text);
  return TextDocument.applyEdits(document.lines, service.formatting(document, { tabSize: 2, insertSpaces: true }));
}

describe("Formatting", () => {
  it("keeps the indentation that the file has", () => {
    assert.equal(formatted('{\n    "family":"a",\n  "cpu" : "256"\n}'), '{\n    "family": "a",\n    "cpu": "256"\n}');
    assert.equal(formatted('{\n\t"family":"a"}'), '{\n\t"family": "a"\n}');
  });

  it("leaves comments and unquoted placeholders as they are", () => {
    assert.equal(formatted('{\n  // why\n  "cpu":${CPU}\n}'), '{\n  // why\n  "cpu": ${CPU}\n}');
  });

  it("does nothing to text that is not JSON", () => {
    assert.equal(formatted('{"family":"a"'), '{"family":"a"');
  });
});

describe("Folding and selection", () => {
  it("folds objects and lists", () => {
    const ranges = service.foldingRanges(parse('{\n  "containerDefinitions": [\n    {\n      "name": "a"\n    }\n  ]\n}'));
    assert.deepEqual(ranges.map(({ startLine, endLine }) => [startLine, endLine]).sort(), [[0, 5], [1, 4], [2, 3]]);
  });

  it("expands a selection from the value outwards", () => {
    const text = '{"family": "orders"}';
    const [range] = service.selectionRanges(parse(text), [{ line: 0, character: 14 }]);
    const texts: string[] = [];
    for (let each = range; each; each = each.parent) texts.push(text.slice(each.range.start.character, each.range.end.character));
    assert.deepEqual([...new Set(texts)], ["orders", '"orders"', '"family": "orders"', text]);
  });
});
