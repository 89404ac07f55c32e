import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { FormattingOptions, Range } from "vscode-languageserver-types";
import { createLanguageService } from "../../../server/src/service/service.ts";

const service = createLanguageService();
const parse = (text: string) => service.parse("file:///workspace/task-definition.json", text);

function formatted(text: string, options: Partial<FormattingOptions> = {}, range?: Range): string {
  const document = parse(text);
  return TextDocument.applyEdits(
    document.lines,
    service.formatting(document, { tabSize: 2, insertSpaces: true, ...options }, range),
  );
}

/** The lines from one to another, from 0. */
const linesOf = (first: number, last = first): Range => ({
  start: { line: first, character: 0 },
  end: { line: last, character: 1_000 },
});

describe("Formatting", () => {
  it("keeps the indentation that the file has", () => {
    assert.equal(
      formatted('{\n    "family":"a",\n  "cpu" : "256"\n}'),
      '{\n    "family": "a",\n    "cpu": "256"\n}',
    );
    assert.equal(formatted('{\n\t"family":"a"}'), '{\n\t"family": "a"\n}');
  });

  it("keeps the end of the last line, unless the editor wants one", () => {
    assert.equal(formatted('{"family":"a"}\n'), '{\n  "family": "a"\n}\n');
    assert.equal(formatted('{\r\n\t"family":"a"}\r\n'), '{\r\n\t"family": "a"\r\n}\r\n');
    assert.equal(formatted('{"family":"a"}', { insertFinalNewline: true }), '{\n  "family": "a"\n}\n');
  });

  it("changes the lines that are selected alone, and puts them where they belong in the file", () => {
    const text = '{\n    "family":"a",\n  "cpu":"256","memory":"512",\n  "volumes":[ ]\n}\n';
    assert.equal(
      formatted(text, {}, linesOf(2)),
      '{\n    "family":"a",\n    "cpu": "256",\n    "memory": "512",\n  "volumes":[ ]\n}\n',
    );
    assert.equal(
      formatted(text, {}, { start: { line: 2, character: 4 }, end: { line: 2, character: 6 } }),
      formatted(text, {}, linesOf(2)),
    );
    assert.equal(formatted(text, {}, linesOf(0, 5)), formatted(text));
    assert.equal(
      formatted(text.replaceAll("\n", "\r\n"), {}, linesOf(3)),
      text.replace('  "volumes":[ ]', '    "volumes": []').replaceAll("\n", "\r\n"),
    );
  });

  it("takes a selection up to the start of a line as ending before that line", () => {
    const text = '{\n  "family":"a",\n  "cpu":"256"\n}';
    assert.equal(
      formatted(text, {}, { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } }),
      '{\n  "family": "a",\n  "cpu":"256"\n}',
    );
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
    const ranges = service.foldingRanges(
      parse('{\n  "containerDefinitions": [\n    {\n      "name": "a"\n    }\n  ]\n}'),
    );
    assert.deepEqual(ranges.map(({ startLine, endLine }) => [startLine, endLine]).sort(), [
      [0, 5],
      [1, 4],
      [2, 3],
    ]);
  });

  it("expands a selection from the value outwards", () => {
    const text = '{"family": "orders"}';
    const [range] = service.selectionRanges(parse(text), [{ line: 0, character: 14 }]);
    const texts: string[] = [];
    for (let each = range; each; each = each.parent)
      texts.push(text.slice(each.range.start.character, each.range.end.character));
    assert.deepEqual([...new Set(texts)], ["orders", '"orders"', '"family": "orders"', text]);
  });
});
