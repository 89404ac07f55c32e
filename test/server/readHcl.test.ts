import assert from "node:assert/strict";
import type { JsonNode } from "../../server/src/service/syntax/jsonNode.ts";
import { readHcl } from "../../server/src/service/syntax/hcl/readHcl.ts";
import { hcl } from "../support/hcl.ts";

function rootOf(text: string): JsonNode {
  const { roots, errors } = readHcl(hcl, text);
  assert.deepEqual(errors, []);
  return roots[0]!;
}

/** The value of the attribute `a`. */
const valueOf = (expression: string): JsonNode => rootOf(`a = ${expression}\n`).get("a")!;

describe("HCL is read into the tree of JSON", () => {
  it("with blocks under their type and labels", () => {
    const text = 'resource "aws_x" "web" {\n  volume {\n    name = "a"\n  }\n  volume { name = "b" }\n}\n';
    const web = rootOf(text).at("resource", "aws_x", "web")!;
    assert.deepEqual(
      web.members.map((member) => [member.key, member.toValue()]),
      [
        ["volume", { name: "a" }],
        ["volume", { name: "b" }],
      ],
    );
    assert.equal(text.slice(web.keySpan!.offset, web.keySpan!.offset + web.keySpan!.length), '"web"');
    assert.equal(text[web.offset], "{");
  });

  it("with values of every type", () => {
    const expression = '{ s = "x", "q-r" : 1, n = -1.5e3, t = true, z = null, l = ["a", ("b"),], o = {} }';
    assert.deepEqual(valueOf(expression).toValue(), {
      s: "x",
      "q-r": 1,
      n: -1500,
      t: true,
      z: null,
      l: ["a", "b"],
      o: {},
    });
  });

  it("with texts", () => {
    assert.equal(valueOf(String.raw`"a\n\"b\" \u00e9 $${"$"}{x} %%{y}"`).raw, 'a\n"b" é ${x} %{y}');
    assert.equal(valueOf("<<-EOT\n    one\n      two\n  EOT").string, "one\n  two\n");
    assert.equal(valueOf("<<EOT\n  one\nEOT").string, "  one\n");
  });

  it("with the arguments of functions", () => {
    assert.deepEqual(valueOf("jsonencode([{ name = 1 }])").toValue(), { "jsonencode()": [[{ name: 1 }]] });
  });

  it("in which what is computed is dynamic", () => {
    for (const expression of [
      "var.x",
      "local.y[0].z",
      '"${var.x}"',
      '"a-${var.x}"',
      '"%{ if true }a%{ endif }"',
      "[for x in var.y : x]",
      "{ for k, v in var.m : k => v }",
      "1 + 2",
      "!true",
      "f([]...)",
      "jsonencode([]).x",
      "<<EOT\n${var.x}\nEOT",
    ])
      assert.equal(valueOf(expression).isDynamic, true, expression);
  });

  it("in which a condition has the values between which it chooses", () => {
    const choice = valueOf('var.x ? "a" : null');
    assert.equal(choice.isDynamic, true);
    assert.deepEqual(
      choice.elements.map((each) => each.toValue()),
      ["a", null],
    );
  });

  it("in which computed names are no names", () => {
    assert.deepEqual(
      valueOf('{ (var.x) = 1, "${y}" = 2 }').members.map(({ key }) => key),
      ["((var.x))", '("${y}")'],
    );
  });
});

describe("Any text gives an answer", () => {
  it("such as what is not HCL, with the place", () => {
    const text = 'a = "b\nc = [1,\n';
    const { errors } = readHcl(hcl, text);
    assert.deepEqual(
      errors.map(({ message }) => message),
      ["This is not valid HCL."],
    );
  });

  for (const text of [
    "",
    "#",
    "a",
    "a =",
    "a = {",
    'resource "x"',
    "}",
    "\u0000",
    "a = <<EOT\n",
    "a = jsonencode(",
  ])
    it(JSON.stringify(text), () => {
      for (const root of readHcl(hcl, text).roots) root.toValue();
    });

  for (const part of ["[", "{a=", "(", "a {", "f(", '"${', "true ? ", "-"])
    it(`such as ${part.repeat(3)}…, nested deeper than anything in ECS`, () => {
      for (const root of readHcl(hcl, `a = ${part.repeat(1_000)}`).roots) root.toValue();
    });
});
