import assert from "node:assert/strict";
import { createLanguageService } from "../../../server/src/service/service.ts";
import { hcl } from "../../support/hcl.ts";

/** The findings of severity error in the last file of a module, as `text code`, and what its rule says. */
function errorsIn(...files: readonly string[]): string[] {
  const service = createLanguageService({ hcl });
  const documents = files.map((text, index) => service.parse(`file:///module/${index}.tf`, text));
  for (const document of documents) service.workspace.set(document);
  const last = documents.at(-1)!;
  return service
    .validate(last)
    .filter(({ severity }) => severity === "error")
    .map(({ code, span }) => `${last.text.slice(span.offset, span.offset + span.length)} ${code}`);
}

const task = (more: string): string => `resource "aws_ecs_task_definition" "web" {
  family = "web"
  network_mode = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  cpu = 256
  memory = "512"
  ${more}
}
`;
const container = `container_definitions = jsonencode([{ name = "web", image = var.image, portMappings = [{ containerPort = 80 }] }])`;
const service = (container: string): string => `resource "aws_ecs_service" "web" {
  name = "web"
  task_definition = aws_ecs_task_definition.web.arn
  network_configuration {
    subnets = var.subnets
  }
  load_balancer {
    target_group_arn = aws_lb_target_group.web.arn
    container_name = "${container}"
    container_port = 80
  }
}
`;

describe("What Terraform computes is no error", () => {
  for (const [title, text] of Object.entries({
    "containers from elsewhere": task("container_definitions = local.containers"),
    "containers in a file": task('container_definitions = file("${path.module}/containers.json")'),
    "some containers from elsewhere": task(
      'container_definitions = jsonencode(concat([{ name = "web", image = "x:1", dependsOn = [{ containerName = "db", condition = "START" }] }], var.more))',
    ),
    "a container with a condition": task(
      'container_definitions = jsonencode([var.x ? { name = "a", image = "x:1" } : { name = "b", image = "y:1" }])',
    ),
    "members with a condition": task(
      'container_definitions = jsonencode([merge({ name = "a" }, var.more), { name = "b", image = "x:1", secrets = var.x ? [] : null }])\n  execution_role_arn = var.role',
    ),
    "a size from elsewhere": task(container).replace("256", "var.cpu"),
    "volumes from elsewhere": task(
      'container_definitions = jsonencode([{ name = "web", image = "x:1", mountPoints = [{ sourceVolume = "data", containerPath = "/data" }] }])\n  dynamic "volume" {\n    for_each = var.volumes\n    content { name = volume.value }\n  }',
    ),
    "tags from elsewhere": task(`${container}\n  tags = merge(local.tags, { Name = "x" })`),
    "a heredoc with directives": task(
      'container_definitions = <<EOT\n[%{ for x in var.y }{ "name": "${x}" }%{ endfor }]\nEOT',
    ),
    "a heredoc with interpolations": task(
      'container_definitions = <<EOT\n[{ "name": "web", "image": "${var.image}", "cpu": ${var.cpu} }]\nEOT',
    ),
  }))
    it(title, () => assert.deepEqual(errorsIn(text), []));

  it("but a choice between values is looked at", () => {
    const text = task(container).replace('"awsvpc"', 'var.x ? "awsvpc" : "awsvcp"');
    assert.deepEqual(errorsIn(text), ['"awsvcp" network-mode-enum']);
  });
});

describe("A service of a module", () => {
  it("is seen against the task definition that it refers to, in the same file", () => {
    assert.deepEqual(errorsIn(task(container) + service("web")), []);
    assert.deepEqual(errorsIn(task(container) + service("wbe")), ['"wbe" lb-container-exists']);
  });

  it("and in another one", () => {
    assert.deepEqual(errorsIn(task(container), service("web")), []);
    assert.deepEqual(errorsIn(task(container), service("wbe")), ['"wbe" lb-container-exists']);
  });
});

describe("In Terraform's own JSON", () => {
  it("resources are found too", () => {
    const parsed = createLanguageService().parse(
      "file:///module/main.tf.json",
      JSON.stringify({
        resource: {
          aws_ecs_service: {
            web: { name: "web", load_balancer: [{ container_name: "web", container_port: 80000 }] },
          },
        },
      }),
    );
    assert.deepEqual(
      parsed.definitions.map(({ host, kind, id, root }) => [host, kind, id, root?.toValue()]),
      [
        [
          "terraform",
          "service",
          "aws_ecs_service.web",
          { serviceName: "web", loadBalancers: [{ containerName: "web", containerPort: 80000 }] },
        ],
      ],
    );
  });
});
