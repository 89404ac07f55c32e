import assert from "node:assert/strict";
import { createLanguageService } from "../../../server/src/service/service.ts";
import { accept } from "../../support/accept.ts";
import { openWithCursor } from "../../support/cursor.ts";

function accepted(name: string, marked: string, label: string): { text: string; findings: string[] } {
  const { service, document, position } = openWithCursor({ [name]: marked });
  const items = service.complete(document, position);
  const item = items.find((each) => each.label === label);
  assert.ok(item, `"${label}" is not offered: ${items.map((each) => each.label).join(", ")}`);
  const text = accept(document.lines, item);
  const findings = createLanguageService()
    .validate(service.parse(document.uri, text))
    .filter(({ severity }) => severity === "error" || severity === "warning")
    .map(({ code, message }) => `${code}: ${message}`);
  return { text, findings };
}

const labelsAt = (name: string, marked: string): string[] => {
  const { service, document, position } = openWithCursor({ [name]: marked });
  return service.complete(document, position).map(({ label }) => label);
};

const taskDefinition = (...before: string[]): string => `{
  "family": "orders",
  "requiresCompatibilities": ["FARGATE"],
  "networkMode": "awsvpc",
  "cpu": "512",
  "memory": "1024",
  "executionRoleArn": "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
  "taskRoleArn": "arn:aws:iam::123456789012:role/orders",
  "containerDefinitions": [${before.join("")}]
}
`;

describe("Scaffolds, accepted as they are,", () => {
  for (const [name, what] of [["task-definition.json", "task definitions"], ["ecs-service.json", "services"]] as const) {
    for (const label of labelsAt(name, "$0").slice(0, -1)) {
      it(`are clean ${what}: ${label}`, () => assert.deepEqual(accepted(name, "$0", label).findings, []));
    }
  }

  for (const label of labelsAt("task-definition.json", taskDefinition("$0")).slice(0, -1)) {
    it(`are clean containers: ${label}`, () => assert.deepEqual(accepted("task-definition.json", taskDefinition("$0"), label).findings, []));
  }

  const container = (members: string): string => taskDefinition(`{ "name": "app", "image": "orders:1.0.0", ${members} }`);
  for (const member of ["healthCheck", "logConfiguration"]) {
    const marked = container(`"${member}": $0`);
    for (const label of labelsAt("task-definition.json", marked).slice(0, -1)) {
      it(`are clean as ${member}: ${label}`, () => assert.deepEqual(accepted("task-definition.json", marked, label).findings, []));
    }
  }

  it("are seven task definitions and four services", () => {
    assert.deepEqual(labelsAt("task-definition.json", "$0").slice(0, -1), [
      "Web service on Fargate",
      "Worker on Fargate",
      "Scheduled job on Fargate",
      "Web service with FireLens",
      "Fargate with an EFS volume",
      "GPU on EC2",
      "Windows on Fargate",
    ]);
    assert.equal(labelsAt("ecs-service.json", "$0").slice(0, -1).length, 4);
  });

  it("are indented as the file is", () => {
    assert.equal(accepted("task-definition.json", taskDefinition("$0"), "FireLens log router").text.split("\n").slice(8, 14).join("\n"), '  "containerDefinitions": [\n    {\n      "name": "log-router",\n      "image": "public.ecr.aws/aws-observability/aws-for-fluent-bit:2.34.0",\n      "essential": true,\n      "memoryReservation": 50,');
  });
});
