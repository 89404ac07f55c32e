import assert from "node:assert/strict";
import { fixAll } from "../../server/src/service/features/fixAll.ts";
import { createLanguageService } from "../../server/src/service/service.ts";
import { yaml } from "../../server/src/service/syntax/yaml/parser.ts";
import { hcl } from "../support/hcl.ts";

/** The texts that the quick fixes of a file lead to, by title. */
function fixed(name: string, text: string): Record<string, string> {
  const service = createLanguageService({ yaml, hcl });
  const document = service.parse(`file:///workspace/${name}`, text);
  assert.deepEqual(fixAll(document), [], "nothing is changed unasked");
  const whole = { start: { line: 0, character: 0 }, end: document.lines.positionAt(text.length) };
  return Object.fromEntries(
    service.quickFixes(document, whole).map(({ title, edit }) => {
      const edits = edit?.changes?.[document.uri] ?? [];
      const replaced = edits.reduceRight((result, { range, newText }) => {
        const [from, to] = [document.lines.offsetAt(range.start), document.lines.offsetAt(range.end)];
        return result.slice(0, from) + newText + result.slice(to);
      }, text);
      return [title, replaced];
    }),
  );
}

const yamlFile = (memory: string): string => `# the shop
family: shop
networkMode: awsvpc
requiresCompatibilities: [FARGATE]
cpu: "256"
memory: ${memory} # MiB
containerDefinitions:
  - { name: web, image: "nginx:1" }
`;
const template = (protocol: string): string => `Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: nginx:1
          Memory: 512
          PortMappings:
            - ContainerPort: 80
              Protocol: ${protocol}
`;
const module = (launchType: string): string => `resource "aws_ecs_service" "web" {
  name        = "web"
  launch_type = ${launchType} # on Fargate
}
`;

describe("A quick fix in a file of another language replaces a plain value", () => {
  it("in YAML, with the quotes that it has", () => {
    assert.equal(
      fixed("task-definition.yaml", yamlFile('"700"'))["Use 512 MiB of memory"],
      yamlFile('"512"'),
    );
    assert.equal(
      fixed("task-definition.yaml", yamlFile("'700'"))["Use 512 MiB of memory"],
      yamlFile("'512'"),
    );
  });

  it("in a template", () => {
    assert.equal(fixed("template.yaml", template("TCP"))['Use "tcp"'], template("tcp"));
  });

  it("in a module of Terraform", () => {
    assert.equal(fixed("main.tf", module('"FARGAT"'))['Use "FARGATE"'], module('"FARGATE"'));
  });

  it("and is not offered where more is to be changed", () => {
    const titles = Object.keys(fixed("template.yaml", template("tcp")));
    assert.deepEqual(
      titles.filter((title) => /^(?:Add|Remove)/.test(title)),
      [],
    );
  });
});
