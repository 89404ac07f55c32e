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
    // Of several fixes with one title the first counts.
    service
      .quickFixes(document, whole)
      .toReversed()
      .map(({ title, edit }) => {
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
});

const yamlTask = (container: string): string => `family: shop # its name
requiresCompatibilities: [FARGATE]
networkMode: awsvpc
cpu: "256"
memory: "512"
containerDefinitions:
- name: web # first
  # about the image
  image: nginx:1
${container}- { name: side, image: "x:1" } # second
`;
const logging = `  logConfiguration:
    logDriver: awslogs
    options: { awslogs-group: x, awslogs-region: eu-central-1 }
`;
const hclTask = (lines: string): string => `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "awsvpc" # for Fargate
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "x:1", # the image
${lines}    }
  ])
}
`;

/** [what is asked, file, text, title of the fix, text after it; undefined where it is refused] */
const cases: readonly (readonly [string, string, string, string, string | undefined])[] = [
  [
    "takes a member out of a mapping in brackets",
    "task-definition.yaml",
    yamlTask("  portMappings: [{containerPort: 80, hostPort: 81}]   # ports\n"),
    "Remove hostPort",
    yamlTask("  portMappings: [{containerPort: 80}]   # ports\n"),
  ],
  [
    "takes a member out of lines, and leaves its comment",
    "task-definition.yaml",
    yamlTask("  portMappings:\n    - containerPort: 80\n      hostPort: 81 # not this\n"),
    "Remove hostPort",
    yamlTask("  portMappings:\n    - containerPort: 80\n      # not this\n"),
  ],
  [
    "takes the first member of an element out",
    "task-definition.yaml",
    yamlTask("  portMappings:\n    - hostPort: 81\n      containerPort: 80\n"),
    "Remove hostPort",
    yamlTask("  portMappings:\n    - containerPort: 80\n"),
  ],
  [
    "adds a member in brackets where the others are",
    "task-definition.yaml",
    yamlTask(logging),
    "Add awslogs-stream-prefix ecs",
    yamlTask(logging.replace("eu-central-1", "eu-central-1, awslogs-stream-prefix: ecs")),
  ],
  [
    "adds a member behind another one and its comment",
    "task-definition.yaml",
    yamlTask(logging),
    "Add executionRoleArn",
    yamlTask(logging).replace("its name\n", "its name\nexecutionRoleArn: ecsTaskExecutionRole\n"),
  ],
  [
    "adds lines behind a text of several lines",
    "task-definition.yaml",
    yamlTask("  command:\n    - |\n      # no comment\n      run\n"),
    "Log with awslogs",
    yamlTask(`  command:
    - |
      # no comment
      run
  logConfiguration:
    logDriver: awslogs
    options:
      awslogs-group: /ecs/shop
      awslogs-region: us-east-1
      awslogs-stream-prefix: ecs
`),
  ],
  [
    "does not change what an alias shares",
    "task-definition.yaml",
    yamlTask(
      "  portMappings: &ports\n    - { containerPort: 80, hostPort: 81 }\n- { name: twin, image: x, portMappings: *ports }\n",
    ),
    "Remove hostPort",
    undefined,
  ],
  [
    "does not change what is merged in",
    "task-definition.yaml",
    `x-ports: &ports\n  portMappings: [{ containerPort: 80, hostPort: 81 }]\n${yamlTask("  <<: *ports\n").replace('image: "x:1"', 'image: "x:1", <<: *ports')}`,
    "Remove hostPort",
    undefined,
  ],
  [
    "adds a member to an object of jsonencode, with the comma that the others have",
    "main.tf",
    hclTask("      essential = true\n"),
    "Add 512 MiB of memory",
    hclTask("      memory = 512,\n      essential = true\n"),
  ],
  [
    "takes a member out of an object on one line",
    "main.tf",
    hclTask("      portMappings = [{ containerPort = 80, hostPort = 81 }] // ports\n"),
    "Remove hostPort",
    hclTask("      portMappings = [{ containerPort = 80 }] // ports\n"),
  ],
  [
    "changes the JSON of a heredoc",
    "main.tf",
    'resource "aws_ecs_task_definition" "x" {\n  network_mode = "awsvpc"\n  container_definitions = <<-EOT\n    [{\n      "name": "${var.name}",\n      "image": "x:1",\n      "memory": 128,\n      "portMappings": [{ "containerPort": 80, "hostPort": 81 }]\n    }]\n  EOT\n}\n',
    "Remove hostPort",
    'resource "aws_ecs_task_definition" "x" {\n  network_mode = "awsvpc"\n  container_definitions = <<-EOT\n    [{\n      "name": "${var.name}",\n      "image": "x:1",\n      "memory": 128,\n      "portMappings": [{ "containerPort": 80 }]\n    }]\n  EOT\n}\n',
  ],
];

describe("A quick fix in YAML and HCL", () => {
  for (const [name, file, before, title, after] of cases)
    it(name, () => {
      const texts = fixed(file, before);
      assert.equal(texts[title], after, Object.keys(texts).join("\n"));
    });
});
