import assert from "node:assert/strict";
import type { PrepareResult } from "../../../server/src/protocol.ts";
import { createLanguageService } from "../../../server/src/service/service.ts";
import { yaml } from "../../../server/src/service/syntax/yaml/parser.ts";

const service = createLanguageService({ yaml });

function prepared(
  text: string,
  values: Readonly<Record<string, string>> = {},
  name = "task-definition.json",
): PrepareResult {
  return service.prepare(service.parse(`file:///workspace/${name}`, text), values);
}

const container = '"containerDefinitions": [{ "name": "web", "image": "nginx:1.27", "memory": 128 }]';

describe("What would be registered", () => {
  it("has the values of placeholders, escaped where they stand in quotes", () => {
    const text = `{ "family": "\${NAME}", "cpu": \${CPU}, ${container} }`;
    const { input, unresolved } = prepared(text, { NAME: "a", CPU: '"256"' });
    assert.deepEqual(unresolved, []);
    assert.deepEqual([input?.["family"], input?.["cpu"]], ["a", "256"]);
    const label = `{ "family": "a", "containerDefinitions": [{ "name": "web", "image": "x:1", "memory": 128, "dockerLabels": { "a": "\\\\\${LABEL}", "b": "/* \${LABEL} */" } }] }`;
    assert.deepEqual(prepared(label, { LABEL: 'say "hi"\n' }).input?.["containerDefinitions"], [
      {
        name: "web",
        image: "x:1",
        memory: 128,
        dockerLabels: { a: '\\say "hi"\n', b: '/* say "hi"\n */' },
      },
    ]);
  });

  it("asks for placeholders that are called like what every object has, and for no others", () => {
    for (const name of ["constructor", "__proto__", "toString"]) {
      const text = `{ "family": "a-\${${name}}", ${container} }`;
      assert.deepEqual(
        prepared(text).unresolved.map((placeholder) => placeholder.name),
        [name],
      );
      assert.equal(
        prepared(text, JSON.parse(`{ "${name}": "b" }`) as Record<string, string>).input?.["family"],
        "a-b",
      );
    }
    assert.deepEqual(prepared(`{ "family": "a", /* \${X} */ ${container} } // {{ .Y }}`).unresolved, []);
  });

  it("is read from YAML, but not where readers of YAML differ, and not from a template", () => {
    const text = (readonly: string): string => `family: a # the name
containerDefinitions:
  - name: web
    image: nginx:1.27
    memory: 128
    readonlyRootFilesystem: ${readonly}
`;
    const named = (readonly: string): PrepareResult => prepared(text(readonly), {}, "task-definition.yaml");
    assert.deepEqual(named("true").input, {
      family: "a",
      containerDefinitions: [{ name: "web", image: "nginx:1.27", memory: 128, readonlyRootFilesystem: true }],
    });
    const { input, problems } = named("yes");
    assert.equal(input, undefined);
    assert.deepEqual(
      problems.map(({ range }) => range.start),
      [{ line: 5, character: 28 }],
    );
    const two = prepared(`${text("true")}---\n${text("true")}`, {}, "task-definition.yaml");
    assert.deepEqual([two.input, two.problems.length], [undefined, 1]);
    const template = `Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: { Family: a, ContainerDefinitions: [{ Name: web, Image: x, Memory: 128 }] }
`;
    assert.deepEqual(prepared(template, {}, "template.yaml"), {
      kind: "unknown",
      unresolved: [],
      problems: [],
    });
  });

  it("refuses a list of containers, which is a part of an input only", () => {
    const text = '[{ "name": "web", "image": "nginx:1.27", "memory": 128 }]';
    const { input, problems } = prepared(text, {}, "container-definitions.json");
    assert.equal(input, undefined);
    assert.deepEqual(
      problems.map(({ code, message }) => [code, message]),
      [
        [
          "required-property",
          "This is a list of containers, and a task definition has a family, too. Write the list as containerDefinitions of an object with a family.",
        ],
      ],
    );
  });

  it("asks for placeholders of YAML, but not for those in comments", () => {
    const text =
      "# ${A}\nfamily: a#${B} # ${C}\ncpu: '# ${D}' # it's ${E}\ncontainerDefinitions:\n- name: web\n  image: {{ .F }}\n  command: |\n    # ${G}\n";
    assert.deepEqual(
      prepared(text, {}, "task-definition.yaml").unresolved.map(({ name }) => name),
      ["B", "D", ".F", "G"],
    );
  });

  it("says of problems where they stand in the file, not in the text with the values", () => {
    const text = `{ "family": "\${NAME}", "cpu": "\${CPU}", "memory": "512", "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", ${container} }`;
    const { problems } = prepared(text, { NAME: "a-very-long-name-of-a-family", CPU: "300" });
    assert.deepEqual(
      problems.map(({ range, code }) => [code, text.slice(range.start.character, range.end.character)]),
      [["fargate-cpu-value", '"${CPU}"']],
    );
    const short = prepared(text.replace('"memory": "512"', '"memory": "513"'), {
      NAME: "",
      CPU: "256",
    }).problems;
    assert.deepEqual(
      short.map(({ range }) => text.slice(range.start.character, range.end.character).replace("512", "513")),
      ['"${NAME}"', '"513"'],
    );
  });
});
