import assert from "node:assert/strict";
import { createLanguageService } from "../../../server/src/service/service.ts";
import { yaml } from "../../../server/src/service/syntax/yaml/parser.ts";
import { accept } from "../../support/accept.ts";
import { hcl } from "../../support/hcl.ts";

/** What is offered at the mark `‸`, and the text after accepting one of it. */
function completed(file: string, marked: string, label?: string): { labels: string[]; text: string } {
  const offset = marked.indexOf("‸");
  const service = createLanguageService({ yaml, hcl });
  const document = service.parse(`file:///workspace/${file}`, marked.replace("‸", ""));
  service.workspace.set(document);
  const items = service.complete(document, document.lines.positionAt(offset));
  const item = items.find((each) => each.label === (label ?? items[0]?.label));
  return { labels: items.map((each) => each.label), text: item ? accept(document.lines, item, "") : "" };
}

const task = (line: string, container = ""): string => `family: shop
requiresCompatibilities:
  - FARGATE
cpu: 256
${line}
containerDefinitions:
  - name: web
    image: nginx:1
${container}`;

describe("Completion in YAML", () => {
  it("writes members and values in lines, and quotes what YAML would take for a number", () => {
    assert.equal(completed("task-definition.yaml", task("‸")).text, task("networkMode: awsvpc"));
    assert.equal(completed("task-definition.yaml", task("mem‸"), "memory").text, task('memory: "512"'));
    assert.equal(completed("task-definition.yaml", task("memory: ‸")).text, task('memory: "512"'));
    assert.equal(
      completed("task-definition.yaml", task("networkMode: aws‸ # c")).text,
      task("networkMode: awsvpc # c"),
    );
    assert.equal(
      completed("task-definition.yaml", task("volumes:\n  - ‸"), "name").text,
      task("volumes:\n  - name: data"),
    );
  });

  it("writes objects below their name", () => {
    const { text } = completed("task-definition.yaml", task("x: y", "    portM‸"), "portMappings");
    assert.equal(text, task("x: y", "    portMappings:\n      - containerPort: 8080"));
  });

  it("offers no member twice, and none in comments, block scalars and where nothing is aligned", () => {
    const { labels } = completed("task-definition.yaml", task("x: y", "    ‸"));
    assert.equal(labels.includes("image"), false);
    assert.equal(labels.includes("portMappings"), true);
    assert.deepEqual(completed("task-definition.yaml", task("# ‸")).labels, []);
    assert.deepEqual(completed("task-definition.yaml", task("x: y", "   ‸")).labels, []);
    assert.deepEqual(
      completed("task-definition.yaml", task("x: y", "    command:\n      - |\n        ‸")).labels,
      [],
    );
  });

  it("writes brackets where these are", () => {
    const { text, labels } = completed(
      "task-definition.yaml",
      task("runtimePlatform: { cpuArchitecture: ARM64, ‸ }"),
    );
    assert.deepEqual(labels, ["operatingSystemFamily"]);
    assert.equal(text, task("runtimePlatform: { cpuArchitecture: ARM64, operatingSystemFamily: LINUX }"));
  });
});

const template = (line: string): string => `Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: x
          ${line}
`;

describe("Completion in a template", () => {
  it("has the names of CloudFormation for members, and the names of options as they are", () => {
    assert.equal(
      completed("template.yaml", template("‸"), "LogConfiguration").text,
      template(`LogConfiguration:
            LogDriver: awslogs
            Options:
              awslogs-group: /ecs/
              awslogs-region: us-east-1
              awslogs-stream-prefix: web`),
    );
  });

  it("and in JSON", () => {
    const text = (member: string): string =>
      `{ "Resources": { "S": { "Type": "AWS::ECS::Service", "Properties": { "Cluster": "x", ${member} } } } }`;
    assert.equal(
      completed("template.json", text('"LaunchType": "‸"'), "EXTERNAL").text,
      text('"LaunchType": "EXTERNAL"'),
    );
  });

  it("looks at the task definition that the service refers to", () => {
    const text = `${template("PortMappings: [{ ContainerPort: 80 }]")}  S:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Task
      LoadBalancers:
        - ContainerName: ‸
`;
    assert.deepEqual(completed("template.yaml", text).labels, ["web"]);
  });
});

const module = (argument: string, member: string): string => `resource "aws_ecs_task_definition" "web" {
  ${argument}
  container_definitions = jsonencode([
    {
      name = "web"
      ${member}
    }
  ])
}
`;

describe("Completion in a module of Terraform", () => {
  it("offers values of arguments, whose names the extension for Terraform has", () => {
    assert.equal(
      completed("main.tf", module('network_mode = "‸"', "")).text,
      module('network_mode = "awsvpc"', ""),
    );
    assert.deepEqual(completed("main.tf", module("‸", "")).labels, []);
  });

  it("offers members within jsonencode", () => {
    const text = module("", "‸");
    assert.equal(completed("main.tf", text, "essential").text, module("", "essential = true"));
    assert.equal(
      completed("main.tf", text, "portMappings").text,
      module("", "portMappings = [{ containerPort = 8080 }]"),
    );
  });
});
