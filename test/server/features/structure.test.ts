import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { FormattingOptions, Range } from "vscode-languageserver-types";
import { createLanguageService } from "../../../server/src/service/service.ts";
import { disturbances } from "../../support/disturbed.ts";
import { rulePageExamples } from "../../support/rulePageExamples.ts";

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

  it("keeps what a template engine takes out, where it stands", () => {
    assert.equal(
      formatted('{"family":"b", ${EXTRA} "cpu":"256"}'),
      '{\n  "family": "b", ${EXTRA}\n  "cpu": "256"\n}',
    );
    assert.equal(
      formatted('{"family":"b",{{ if .Cpu }}"cpu":"256",{{ end }}"memory":"512"}'),
      '{\n  "family": "b", {{ if .Cpu }}\n  "cpu": "256", {{ end }}\n  "memory": "512"\n}',
    );
    assert.equal(
      formatted('{\n"volumes":[\n{% for v in volumes %}\n{"name":"{{ v }}"},\n{% endfor %}\n]}'),
      '{\n  "volumes": [\n    {% for v in volumes %}\n    {\n      "name": "{{ v }}"\n    },\n    {% endfor %}\n  ]\n}',
    );
    assert.equal(formatted('{"a":1,$B "c":2}'), '{\n  "a": 1, $B\n  "c": 2\n}');
  });

  it("does nothing to text that is not JSON", () => {
    assert.equal(formatted('{"family":"a"'), '{"family":"a"');
    assert.equal(
      formatted('{"family":"a\n,{{ if y }}"cpu":1{{ end }}}'),
      '{"family":"a\n,{{ if y }}"cpu":1{{ end }}}',
    );
  });

  it("indents as deep as a text may be nested", () => {
    const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
    for (const depth of [99, 100, 101, 199, 200]) {
      for (const options of [{ tabSize: 1 }, { tabSize: 2 }, { tabSize: 4 }, { insertSpaces: false }]) {
        const unit = options.insertSpaces === false ? "\t" : " ".repeat(options.tabSize ?? 0);
        const outer = Array.from({ length: depth - 1 }, (_, level) => unit.repeat(level));
        const expected = [
          ...outer.map((indent) => `${indent}[`),
          `${unit.repeat(depth - 1)}[]`,
          ...outer.toReversed().map((indent) => `${indent}]`),
        ];
        assert.deepEqual(formatted(nested(depth), options).split("\n"), expected);
      }
    }
  });
});

/** The tokens of a text with templates: all that is not white space between them. */
function tokensOf(text: string): string[] {
  const token = /"(?:\\.|[^"\\\n])*"?|\/\/[^\n]*|\/\*[^]*?\*\/|[$#]\{[^}]*\}|\{\{.*?\}\}|\{%.*?%\}|\S/g;
  return (text.match(token) ?? []).map((each) => each.trimEnd());
}

describe("Formatting the rule pages", () => {
  for (const [name, disturb] of Object.entries({ "nothing else": (text: string) => text, ...disturbances }))
    it(`changes white space alone, and nothing the second time: ${name}`, () => {
      for (const example of rulePageExamples()) {
        const text = disturb(example.text);
        const once = formatted(text);
        assert.deepEqual(tokensOf(once), tokensOf(text), text);
        assert.equal(formatted(once), once, text);
      }
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

  it("nests the ranges, in broken text too, and at any depth", () => {
    for (const text of [
      '{"a": [1, {"b": "c',
      '{"a": 1 "b" 2, "c": {"d"',
      '{"a": {{ if x }}1{{ else }}[2{{ end }}]}',
      '"a',
      "{",
      "",
      "[".repeat(4_000),
      `${"[".repeat(150)}1`,
    ]) {
      const document = parse(text);
      const positions = Array.from({ length: Math.min(text.length, 200) + 1 }, (_, character) => ({
        line: 0,
        character,
      }));
      for (const [index, innermost] of service.selectionRanges(document, positions).entries()) {
        let inner = { start: positions[index]!, end: positions[index]! };
        for (let each: typeof innermost | undefined = innermost; each; each = each.parent) {
          assert.ok(each.range.start.character <= inner.start.character, text);
          assert.ok(each.range.end.character >= inner.end.character, text);
          inner = each.range;
        }
      }
    }
  });

  it("counts the lines of placeholders that take several", () => {
    const text = '{\n  "cpu": {{\n .Cpu\n }},\n  "volumes": [\n    1\n  ]\n}';
    assert.deepEqual(
      service
        .foldingRanges(parse(text))
        .map(({ startLine, endLine }) => [startLine, endLine])
        .sort(),
      [
        [0, 6],
        [4, 5],
      ],
    );
    const [range] = service.selectionRanges(parse(text), [{ line: 5, character: 4 }]);
    assert.deepEqual(range!.range, { start: { line: 5, character: 4 }, end: { line: 5, character: 5 } });
  });
});
