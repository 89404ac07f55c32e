import assert from "node:assert/strict";
import { createLanguageService } from "../../server/src/service/service.ts";
import { yaml } from "../../server/src/service/syntax/yaml/parser.ts";
import { cpuTimeOfSync } from "../support/cpuTime.ts";
import { hcl } from "../support/hcl.ts";

const service = createLanguageService({ yaml, hcl });
const codes = (name: string, text: string, rules = {}): string[] =>
  service.validate(service.parse(`file:///workspace/${name}`, text), rules).map(({ code }) => code);

const json = (comment: string): string => `{
  "family": "orders", "memory": "512",
  "containerDefinitions": [{ "name": "web",
    "image": "orders:latest" }]${comment}
}`;

describe("A comment that suppresses a rule", () => {
  it("speaks of the next line that holds more than a comment, in YAML", () => {
    const text = (comment: string): string =>
      `family: orders\nmemory: "512"\ncontainerDefinitions:\n  - name: web\n${comment}    image: orders:latest\n`;
    assert.ok(codes("task-definition.yaml", text("")).includes("image-tag-latest"));
    const comment = "    # taskwright-ignore image-tag-latest: the sandbox\n    # follows the newest\n\n";
    assert.deepEqual(
      codes("task-definition.yaml", text(comment)),
      codes("task-definition.yaml", text("")).filter((code) => code !== "image-tag-latest"),
    );
  });

  it("speaks of its own line, in Terraform", () => {
    const text = (comment: string): string => `resource "aws_ecs_task_definition" "orders" {
  family = "orders"
  memory = "512"
  container_definitions = jsonencode([{
    name  = "web"
    image = "orders:latest"${comment}
  }])
}
`;
    const without = codes("main.tf", text(""));
    assert.ok(without.includes("image-tag-latest"));
    assert.deepEqual(
      codes("main.tf", text(" # taskwright-ignore image-tag-latest: the sandbox")),
      without.filter((code) => code !== "image-tag-latest"),
    );
  });

  it("speaks of no other line and no other rule, and is reported then", () => {
    for (const comment of [
      " // taskwright-ignore user-missing: none is needed",
      ',\n // taskwright-ignore image-tag-latest: too late\n "cpu": "256"',
    ]) {
      const found = codes("task-definition.json", json(comment));
      assert.ok(found.includes("image-tag-latest") && found.includes("suppression-unused"), comment);
    }
  });

  it("is no comment in a text, nor without a rule", () => {
    const text = (value: string): string =>
      `{ "family": "orders", "containerDefinitions": [{ "name": "web", "image": "orders:1", "command": [${JSON.stringify(value)}] }] }`;
    for (const value of [
      "# taskwright-ignore image-tag-latest: x",
      "taskwright-ignore",
      "// taskwright-ignore",
    ])
      assert.ok(!codes("task-definition.json", text(value)).includes("suppression-unused"), value);
    assert.ok(!codes("task-definition.json", json(" // taskwright-ignore")).includes("suppression-unused"));
  });

  it("can be turned off, or made an error, in the settings", () => {
    const text = json(" // taskwright-ignore no-such-rule");
    assert.ok(codes("task-definition.json", text).includes("suppression-unused"));
    assert.ok(
      !codes("task-definition.json", text, { "suppression-unused": "off" }).includes("suppression-unused"),
    );
  });

  it("lets no error through that stops a deploy", () => {
    const document = service.parse(
      "file:///workspace/task-definition.json",
      `{
  "family": "orders",
  // taskwright-ignore fargate-cpu-memory-combination: it will be all right
  "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", "cpu": "256", "memory": "8192",
  "containerDefinitions": [{ "name": "web", "image": "orders:1" }]
}`,
    );
    assert.ok(!service.validate(document).some(({ code }) => code === "fargate-cpu-memory-combination"));
    assert.deepEqual(
      service.prepare(document, {}).problems.map(({ code }) => code),
      ["fargate-cpu-memory-combination"],
    );
  });

  const repeated = {
    "on one line": json(`\n// ${"taskwright-ignore ".repeat(40_000)}`),
    "on one line, each behind a mark": json(`\n${"// taskwright-ignore a ".repeat(40_000)}`),
    "on line after line": json(`\n${"// taskwright-ignore image-tag-latest\n".repeat(20_000)}`),
    "before finding after finding": `{ "family": "orders", "containerDefinitions": [\n${Array.from(
      { length: 10_000 },
      (_, index) => `// taskwright-ignore image-tag-latest\n{ "name": "c${index}", "image": "nginx:latest" }`,
    ).join(",\n")}\n]}`,
  };
  for (const [where, text] of Object.entries(repeated))
    it(`takes a time that grows as the text does, ${where}`, () => {
      const document = service.parse("file:///workspace/task-definition.json", text);
      const took = cpuTimeOfSync(() => service.validate(document));
      assert.ok(took < 3_000, `${took} ms`);
    }).timeout(120_000);

  it("may stand behind text in quotes that reads like one", () => {
    const text = json("").replace(
      '"image": "orders:latest"',
      '"image": "orders:latest", "user": "// taskwright-ignore x" // taskwright-ignore image-tag-latest\n',
    );
    assert.ok(!codes("task-definition.json", text).includes("image-tag-latest"));
  });
});
