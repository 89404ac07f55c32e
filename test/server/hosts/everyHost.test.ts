import assert from "node:assert/strict";
import { createLanguageService } from "../../../server/src/service/service.ts";
import { yaml } from "../../../server/src/service/syntax/yaml/parser.ts";
import { hcl } from "../../support/hcl.ts";

/** What is found in a file besides hints, as `text code`. */
function found(file: string, text: string): string[] {
  const service = createLanguageService({ yaml, hcl });
  const document = service.parse(`file:///workspace/${file}`, text);
  return service
    .validate(document)
    .filter(({ severity }) => severity === "error" || severity === "warning")
    .map(({ code, span }) => `${text.slice(span.offset, span.offset + span.length)} ${code}`);
}

describe("Placeholders of templates in YAML", () => {
  it("are values that are not known, also where they would be mappings", () => {
    const text = `family: x
networkMode: awsvpcc
containerDefinitions:
  - name: {{ must_env \`NAME\` }}
    image: repo/{{ must_env \`TAG\` }}
    memory: {{ env \`MEMORY\` \`512\` }}
`;
    assert.deepEqual(found("task-definition.yaml", text), ["awsvpcc network-mode-enum"]);
  });

  it("are texts as they are in quotes", () => {
    const text = `family: "a:{{ .X }}-{{ .Y }}"
containerDefinitions: [{ name: web, image: "x: {{ .Z }}", memory: {{ .M }} }]
`;
    const document = createLanguageService({ yaml }).parse("file:///workspace/task-definition.yaml", text);
    assert.deepEqual(document.file?.toValue(), {
      family: "a:{{ .X }}-{{ .Y }}",
      containerDefinitions: [{ name: "web", image: "x: {{ .Z }}", memory: "{{ .M }}" }],
    });
  });

  it("may add and remove lines", () => {
    const text = `serviceName: x
launchType: FARGAT
networkConfiguration:
  awsvpcConfiguration:
    subnets:
      - {{ tfstate \`subnet\` }}
{{- if env \`PUBLIC\` }}
    assignPublicIp: ENABLED
{{ end }}
`;
    assert.deepEqual(found("ecs-service.yaml", text), ["FARGAT enum-value"]);
  });
});

describe("Resources of a template", () => {
  it("may force a deployment in the way of CloudFormation", () => {
    const text = `Resources:
  S:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: x
      ForceNewDeployment: { EnableForceNewDeployment: true, ForceNewDeploymentNonce: a }
`;
    assert.deepEqual(found("template.yaml", text), []);
  });

  it("have tags in the spelling of CloudFormation", () => {
    const text = `Resources:
  S:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: x
      Tags: [{ Key: a, Value: b }]
`;
    assert.deepEqual(found("template.yaml", text), []);
  });

  it("include task sets and Express services", () => {
    const text = `Resources:
  TaskSet:
    Type: AWS::ECS::TaskSet
    Properties:
      Cluster: live
      Service: orders
      TaskDefinition: !Ref Task
      LaunchType: EC2
      Scale: { Unit: PERCENT, Value: 101 }
      NetworkConfiguration:
        AwsVpcConfiguration: { Subnets: [a], AssignPublicIp: ENABLED }
  Express:
    Type: AWS::ECS::ExpressGatewayService
    Properties:
      InfrastructureRoleArn: !GetAtt Role.Arn
      PrimaryContainer: { ContainerPort: 80 }
`;
    assert.deepEqual(found("template.yaml", text), [
      "101 taskset-scale",
      "ENABLED taskset-assign-public-ip",
      "PrimaryContainer express-image-required",
    ]);
  });
});

describe("Containers of a module", () => {
  const module = (containers: string): string => `locals {
  containers = [{ name = "web", image = "x:1", memory = 128, portMappings = [{ containerPort = 80, hostPort = 81 }] }]
  encoded    = jsonencode([{ name = "web", image = "x:1", memory = 128, essential = false }])
}
resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "awsvpc"
  container_definitions = ${containers}
}
`;

  it("may be local values, encoded or to be encoded", () => {
    assert.deepEqual(found("main.tf", module("jsonencode(local.containers)")), ["81 host-port-awsvpc"]);
    assert.deepEqual(found("main.tf", module("local.encoded")), ["false essential-container-required"]);
    assert.deepEqual(found("main.tf", module("local.others")), []);
  });

  it("may be JSON in quotes", () => {
    const text = JSON.stringify('[{"name": "web", "image": "x:1", "memory": 128, "essential": false}]');
    assert.deepEqual(found("main.tf", module(text)), ["false essential-container-required"]);
    assert.deepEqual(found("main.tf", module(text.replace("false", "true"))), []);
    assert.deepEqual(
      found("main.tf", module('"[{\\"name\\": \\"a\\\\\\"b\\", \\"image\\": \\"x:1\\"}]"')),
      [],
    );
  });
});
