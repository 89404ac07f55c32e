import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parse, type ParseError } from "jsonc-parser";
import { createLanguageService } from "../../server/src/service/service.ts";
import { type Kind, toPlainYaml, toTemplate, toYaml } from "../support/convert.ts";
import { isUnsayable, toTerraform } from "../support/convertToTerraform.ts";
import { rulePageExamples } from "../support/rulePageExamples.ts";
import type { FuzzFile } from "./case.ts";

const root = new URL("../../", import.meta.url);

/** Files of other people, kept beside the project because of their licences. */
const usualCorpus = new URL("../shared/corpus/files/", root);

/** The texts that are mutated, in an order that is always the same. */
export function seeds(corpus = fileURLToPath(usualCorpus)): readonly FuzzFile[] {
  return [...byHand, ...samples(), ...scaffolds(), ...rulePages(), ...corpusFiles(corpus)];
}

/** Short ones that hold what other texts lack. */
const byHand: readonly FuzzFile[] = [
  { name: "task-definition.json", text: "" },
  { name: "ecs-service.json", text: "{}" },
  {
    name: "task-definition.json",
    text: '{"family":"b", ${EXTRA} "cpu":"256", "memory": {{ .Memory }}, "tags": ${TAGS}}',
  },
  {
    name: "task-definition.json",
    text: '{\n  "family": "shop", // the shop, and "more"\n  {{ if .Fargate }}\n  "requiresCompatibilities": ["FARGATE"],\n  {{ end }}\n  /* one, two */ "networkMode": "bridge",\n  "containerDefinitions": [{ "name": "web", "image": "nginx:$TAG", "cpu": "10", "portMappings": [{ "hostPort": 1, "containerPort": 2 },] }]\n}\n',
  },
  {
    name: "task-definition.json",
    text: '{"family":"$(Family)", "cpu": ((cpu)), "memory": <%= ENV["MEMORY"] %>, ${NAME}: null, $(Build.More), "containerDefinitions": [%{ for c in all ~} {"name": "a", "image": "b", "cpu": "1", %{ if c }"memory": 5,%{ else }"memory": 6,%{ endif } ${REST}}, %{ endfor ~}]}',
  },
  {
    name: "task-definition.json",
    text: '{"family": "a", "family": "b", "containerDefinitions": [{"name": "a", "name": "b", "image": "x", "memory": 8, "dependsOn": [{"containerName": "b", "condition": "START"}]}]}',
  },
  {
    name: "template.yaml",
    text: "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  Task:\n    Type: AWS::ECS::TaskDefinition\n    Properties: # all of them\n      Family: !Sub '${A}-x'\n      Cpu: 256\n      Memory: '1024'\n      RequiresCompatibilities: [FARGATE, EC2]\n      ContainerDefinitions:\n        - &web\n          Name: web # the shop\n          Image: !Ref Image\n          Command: |\n            sh -c\n          PortMappings: [{ ContainerPort: 80, HostPort: 81 }]\n        - <<: *web\n          Name: other\n",
  },
  {
    name: "task-definition.yml",
    text: "family: a # x\ncpu: 256\ncontainerDefinitions:\n- name: web\n  image: nginx\n  cpu: '10'\n---\nfamily: b\n",
  },
  {
    name: "main.tf",
    text: 'locals { tag = "x" } # one\nresource "aws_ecs_task_definition" "web" {\n  family = "web-${local.tag}" // two\n  cpu = 256\n  memory = var.big ? "512" : 1024\n  requires_compatibilities = ["FARGATE", "EC2"]\n  /* three */\n  container_definitions = jsonencode([\n    { name = "web", image = "nginx", "portMappings": [{ containerPort = 80, hostPort = 81 }] },\n    merge(local.other, { essential = true }),\n  ])\n  dynamic "volume" {\n    for_each = var.volumes\n    content {\n      name = volume.value\n    }\n  }\n}\n\nresource "aws_ecs_service" "web" {\n  name = "web"\n  task_definition = aws_ecs_task_definition.web.arn\n  load_balancer {\n    container_name = "wab"\n    container_port = 80\n  }\n}\n',
  },
  {
    name: "heredoc.tf",
    text: 'resource "aws_ecs_task_definition" "web" {\n  family = "web"\n  container_definitions = <<-DEFINITION\n    [{ "name": "web", "image": "${var.image}", "cpu": "10", "memory": %{ if var.big }512%{ else }256%{ endif } }]\n  DEFINITION\n}\n',
  },
];

function samples(): readonly FuzzFile[] {
  return globSync("samples/**/*.{json,yaml,tf}", { cwd: fileURLToPath(root) })
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(name, root), "utf8") }));
}

function scaffolds(): readonly FuzzFile[] {
  const service = createLanguageService();
  return (["task-definition", "service"] as const).flatMap((kind) =>
    service.newFileChoices(kind).scaffolds.flatMap(({ id }) => {
      const text = service.newFile(kind, id, { family: "shop" });
      return text === undefined
        ? []
        : [{ name: kind === "service" ? "ecs-service.json" : "task-definition.json", text }];
    }),
  );
}

function rulePages(): readonly FuzzFile[] {
  return rulePageExamples().flatMap(({ text, file, companions }, index) => {
    const name = file ?? nameFor(text);
    return [
      { name, text },
      ...(index % otherSyntaxes === 0 ? inOtherSyntaxes({ name, text }) : []),
      ...[...companions].map(([companion, content]) => ({ name: companion, text: content })),
    ];
  });
}

/**
 * An example out of so many is also written as YAML, as a template of CloudFormation and as a module of
 * Terraform.
 */
const otherSyntaxes = 6;

function inOtherSyntaxes({ name, text }: FuzzFile): readonly FuzzFile[] {
  const faults: ParseError[] = [];
  const value = parse(text, faults) as unknown;
  if (faults.length > 0 || typeof value !== "object" || value === null) return [];
  const kind = name.includes("service") ? "service" : "task-definition";
  const template = toTemplate([{ kind, value }]);
  const isInTerraform =
    !Array.isArray(value) && !isUnsayable(kind, value as Readonly<Record<string, unknown>>);
  return [
    ...(isInTerraform ? inTerraform(kind, value as Readonly<Record<string, unknown>>) : []),
    { name: name.replace(/json$/, "yaml"), text: toPlainYaml(value) },
    { name: "template.yaml", text: toYaml(template) },
    { name: "template.json", text: JSON.stringify(template, undefined, 2) },
  ];
}

function inTerraform(kind: Kind, value: Readonly<Record<string, unknown>>): readonly FuzzFile[] {
  return (["jsonencode", "heredoc"] as const).map((style) => ({
    name: `${style}.tf`,
    text: toTerraform(kind, value, style),
  }));
}

function corpusFiles(path: string): readonly FuzzFile[] {
  if (!existsSync(path)) return [];
  const folder = pathToFileURL(`${path}/`);
  return readdirSync(path)
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(encodeURIComponent(name), folder), "utf8") }));
}

function nameFor(text: string): string {
  return text.includes('"containerDefinitions"') ? "task-definition.json" : "ecs-service.json";
}
