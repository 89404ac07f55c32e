import assert from "node:assert/strict";
import { cpuTimeOfSync } from "../support/cpuTime.ts";
import { blankPlaceholders } from "../../server/src/service/syntax/blankPlaceholders.ts";
import { findPlaceholders, isPlaceholder } from "../../server/src/service/syntax/placeholders.ts";

describe("A name in braces", () => {
  it("stands in for a value, or for the tag of an image", () => {
    for (const text of ["{family}", "{task.cpu}", "orders:{tag}"])
      assert.equal(isPlaceholder(text), true, text);
  });

  it("is text of its own elsewhere: paths of URLs, JSON, formats", () => {
    for (const text of [
      "/orders/{id}",
      "https://example.com/{id}/items",
      '{"level":"info"}',
      "{}",
      "{0}",
      "{ name }",
    ])
      assert.equal(isPlaceholder(text), false, text);
  });
});

describe("Placeholders of a text", () => {
  const names: Readonly<Record<string, readonly string[]>> = {
    "${A} $B ${C:-x}": ["A", "B", "C"],
    "${a${b}c} ${{d}}": ["a${b}c", "{d}"],
    "{{ a }}{{- b -}} {{ env `C` }}": ["a", "b", "C"],
    "{{% x %}": ["x"],
    "%A_B% <your name> __A_B__ @A@ #{a}# [[ a b ]]": ["A_B", "your name", "A_B", "A", "a", "a b"],
    "{{ ${A}": ["A"],
    "{% $A": ["A"],
    "#{ $A": ["A"],
  };
  for (const [text, expected] of Object.entries(names))
    it(`are found with their names: ${text}`, () => {
      assert.deepEqual(
        findPlaceholders(text).map(({ name }) => name),
        expected,
      );
    });

  it("are blanked to the same length, glued values included", () => {
    const blanked: Readonly<Record<string, string>> = {
      '{"a": ${A}80}': '{"a": "A}80"}',
      '{"a": {{ .A }}}': '{"a": " .A }}"}',
      '{"a": "{{ env "A" }}"}': '{"a": "{{ env \'A\' }}"}',
      "{% if x %}{}": "          {}",
    };
    for (const [text, expected] of Object.entries(blanked))
      assert.equal(blankPlaceholders(text).text, expected, text);
  });

  const hard = [
    "{{",
    "{%",
    "{{ ",
    "${",
    "#{",
    "[[",
    "[[ ",
    "[[a ",
    "____",
    "__a",
    "<a ",
    "%a",
    "@A",
    '"{{',
    "{",
    '"\\',
    "{{}",
    "a{{",
  ];
  for (const part of hard)
    it(`take a time that grows as the text does: ${part}`, () => {
      const text = part.repeat(1_000_000 / part.length);
      const took = cpuTimeOfSync(() => {
        findPlaceholders(text);
        isPlaceholder(text);
        blankPlaceholders(text);
      });
      assert.ok(took < 3_000, `${took} ms`);
    });
});
