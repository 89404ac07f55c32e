import assert from "node:assert/strict";
import type { JsonNode } from "../../server/src/service/syntax/jsonNode.ts";
import { yaml } from "../../server/src/service/syntax/yaml/parser.ts";
import { readYaml } from "../../server/src/service/syntax/yaml/readYaml.ts";

function rootOf(text: string): JsonNode {
  const { roots, errors } = readYaml(yaml, text);
  assert.deepEqual(errors, []);
  return roots[0]!;
}

describe("YAML is read into the tree of JSON", () => {
  it("with values of every type, and the place of each name and value", () => {
    const text = "name: web # the first\ncpu: 256\nessential: true\nnone:\nlist:\n  - 'a'\n  - b\n";
    const root = rootOf(text);
    assert.deepEqual(root.toValue(), {
      name: "web",
      cpu: 256,
      essential: true,
      none: null,
      list: ["a", "b"],
    });
    assert.deepEqual(
      root.members.map(({ key, keySpan, sourceText }) => [
        key,
        text.substr(keySpan!.offset, keySpan!.length),
        sourceText,
      ]),
      [
        ["name", "name", "web"],
        ["cpu", "cpu", "256"],
        ["essential", "essential", "true"],
        ["none", "none", ""],
        ["list", "list", "- 'a'\n  - b"],
      ],
    );
    assert.deepEqual([...root.source.memberNames], ["name", "cpu", "essential", "none", "list"]);
  });

  it("with texts in blocks", () => {
    assert.equal(rootOf("command: |\n  one\n   two\nnext: 1\n").get("command")!.string, "one\n two\n");
    assert.equal(rootOf("command: >-\n  one\n  two\n").get("command")!.string, "one two");
  });

  it("with aliases, which keep the place of their anchor", () => {
    const text = "a: &x { image: nginx }\nb: *x\n";
    const root = rootOf(text);
    assert.equal(root.at("b", "image")!.string, "nginx");
    assert.equal(root.at("b", "image")!.offset, text.indexOf("nginx"));
  });

  it("with merged members, of which the mapping's own win", () => {
    const root = rootOf(
      "base: &b { cpu: 1, memory: 2 }\nother: &o { cpu: 3, name: x }\nweb:\n  memory: 4\n  <<: [*b, *o]\n",
    );
    assert.deepEqual(root.get("web")!.toValue(), { cpu: 1, name: "x", memory: 4 });
  });

  it("with the functions of CloudFormation in their long form", () => {
    const root = rootOf(
      'a: !Ref X\nb: !GetAtt X.Arn\nc: !If [P, !Sub "${A}", 1]\nd: !Select [0, !GetAZs ""]\n',
    );
    assert.deepEqual(root.toValue(), {
      a: { Ref: "X" },
      b: { "Fn::GetAtt": "X.Arn" },
      c: { "Fn::If": ["P", { "Fn::Sub": "${A}" }, 1] },
      d: { "Fn::Select": [0, { "Fn::GetAZs": "" }] },
    });
    assert.equal(root.get("a")!.isDynamic, true);
    assert.equal(root.get("a")!.sourceText, "!Ref X");
  });

  it("with several documents", () => {
    const { roots } = readYaml(yaml, "---\na: 1\n---\nb: 2\n...\n");
    assert.deepEqual(
      roots.map((root) => root.toValue()),
      [{ a: 1 }, { b: 2 }],
    );
  });
});

describe("What is known of a YAML value only to some readers, or to other tools, is dynamic", () => {
  for (const text of ["yes", "No", "on", "0755", "22:22", "1_000", "!vault |\n  secret", "!reference [a, b]"])
    it(text.split("\n")[0]!, () => {
      const value = rootOf(`a: ${text}\n`).get("a")!;
      assert.equal(value.isDynamic, true);
      assert.deepEqual([value.string, value.number, value.boolean], [undefined, undefined, undefined]);
    });

  it("but not in quotes", () => {
    assert.equal(rootOf('a: "yes"').get("a")!.string, "yes");
  });
});

describe("Any text gives an answer", () => {
  it("such as an alias inside its own anchor", () => {
    assert.equal(rootOf("a: &x\n  b: *x\n").at("a", "b")!.isDynamic, true);
    assert.deepEqual(rootOf("a: &x\n  <<: *x\n  b: 1\n").toValue(), { a: { b: 1 } });
  });

  it("such as aliases that multiply", () => {
    const lines = Array.from(
      { length: 30 },
      (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(", ")}]`,
    );
    assert.ok(rootOf(`a0: &a0 x\n${lines.join("\n")}\n`).get("a30"));
  });

  for (const text of ["[", "- ", "{a: ", "? ", "!Ref ", "&a "])
    it(`such as ${text.repeat(3)}…, nested deeper than anything in ECS`, () => {
      for (const root of readYaml(yaml, text.repeat(1_000)).roots) root.toValue();
    });

  it("such as what no stack is deep enough for", () => {
    const { errors } = readYaml(yaml, "- ".repeat(30_000));
    assert.equal(errors[0]?.message, "This file is nested too deep.");
  });

  it("such as what is not YAML, with the place", () => {
    const { errors } = readYaml(yaml, "a: [1\nb: 2\n");
    assert.ok(errors.length > 0);
    for (const { message } of errors) assert.match(message, /^This is not valid YAML: /);
  });

  for (const text of [
    "",
    "# nothing\n",
    "---\n",
    "just a text",
    "- - -",
    "? \n: \n",
    "a: *missing\n",
    "\t",
    "{a, b: }",
    ": :",
  ])
    it(JSON.stringify(text), () => {
      for (const root of readYaml(yaml, text).roots) root.toValue();
    });
});
