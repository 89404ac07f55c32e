import assert from "node:assert/strict";
import type { DocumentKind, NewFileAnswers } from "../../../server/src/protocol.ts";
import type { EcsDocument } from "../../../server/src/service/documents/ecsDocument.ts";
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
  for (const [name, what] of [
    ["task-definition.json", "task definitions"],
    ["ecs-service.json", "services"],
  ] as const) {
    for (const label of labelsAt(name, "$0").slice(0, -1)) {
      it(`are clean ${what}: ${label}`, () => assert.deepEqual(accepted(name, "$0", label).findings, []));
    }
  }

  for (const label of labelsAt("task-definition.json", taskDefinition("$0")).slice(0, -1)) {
    it(`are clean containers: ${label}`, () =>
      assert.deepEqual(accepted("task-definition.json", taskDefinition("$0"), label).findings, []));
  }

  const beside = taskDefinition(
    '{ "name": "app", "image": "orders:1.0.0", "essential": true, "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "a", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "a" } } }, $0',
  );
  for (const label of labelsAt("task-definition.json", beside).slice(0, -1)) {
    it(`are clean beside another container: ${label}`, () =>
      assert.deepEqual(accepted("task-definition.json", beside, label).findings, []));
  }

  const container = (members: string): string =>
    taskDefinition(`{ "name": "app", "image": "orders:1.0.0", ${members} }`);
  for (const member of ["healthCheck", "logConfiguration"]) {
    const marked = container(`"${member}": $0`);
    for (const label of labelsAt("task-definition.json", marked).slice(0, -1)) {
      it(`are clean as ${member}: ${label}`, () =>
        assert.deepEqual(accepted("task-definition.json", marked, label).findings, []));
    }
  }

  it("are seven task definitions and eleven services", () => {
    assert.deepEqual(labelsAt("task-definition.json", "$0").slice(0, -1), [
      "Web service on Fargate",
      "Worker on Fargate",
      "Scheduled job on Fargate",
      "Web service with FireLens",
      "Fargate with an EFS volume",
      "GPU on EC2",
      "Windows on Fargate",
    ]);
    assert.equal(labelsAt("ecs-service.json", "$0").slice(0, -1).length, 11);
  });

  it("are indented as the file is", () => {
    assert.equal(
      accepted("task-definition.json", taskDefinition("$0"), "FireLens log router")
        .text.split("\n")
        .slice(8, 14)
        .join("\n"),
      '  "containerDefinitions": [\n    {\n      "name": "log-router",\n      "image": "public.ecr.aws/aws-observability/aws-for-fluent-bit:2.34.0",\n      "essential": true,\n      "memoryReservation": 50,',
    );
  });
});

describe("New files", () => {
  const service = createLanguageService();
  const parse = (kind: DocumentKind, text: string): EcsDocument =>
    service.parse(`file:///workspace/${kind === "service" ? "ecs-service" : "task-definition"}.json`, text);
  const codes = (kind: DocumentKind, scaffold: string, answers: NewFileAnswers): string[] =>
    service.validate(parse(kind, service.newFile(kind, scaffold, answers)!)).map(({ code }) => code);
  const pinned = [
    undefined,
    "nginx:1.29",
    "public.ecr.aws/nginx/nginx:1.29",
    "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1",
    "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/orders:1",
  ];

  for (const kind of ["task-definition", "service"] as const) {
    const { scaffolds, sizes, windowsSizes } = service.newFileChoices(kind);
    for (const { id, label, asks } of scaffolds) {
      it(`are clean whatever is answered: ${label}`, () => {
        const offered = asks.includes("windowsSize") ? windowsSizes : asks.includes("size") ? sizes : [];
        for (const image of asks.includes("image") ? pinned : [undefined]) {
          for (const size of [undefined, ...offered]) {
            for (const port of asks.includes("port") ? [undefined, 80, 3000] : [undefined]) {
              const answers = {
                family: "orders",
                ...(image !== undefined && { image }),
                ...(size && { size }),
                ...(port !== undefined && { port }),
              };
              assert.deepEqual(codes(kind, id, answers), [], JSON.stringify(answers));
            }
          }
        }
      });

      it(`are clean in every partition: ${label}`, () => {
        for (const region of ["eu-west-1", "cn-north-1", "us-gov-west-1", "eusc-de-east-1", "us-iso-east-1"])
          assert.deepEqual(codes(kind, id, { region, account: "210987654321" }), [], region);
      });
    }
  }

  it("speak of the partition, region and account in which the image is", () => {
    const text = service.newFile("task-definition", "fargate-worker", {
      image: "210987654321.dkr.ecr.cn-north-1.amazonaws.com.cn/orders:1",
    })!;
    const [definition] = parse("task-definition", text).definitions;
    assert.equal(
      definition?.root?.get("executionRoleArn")?.string,
      "arn:aws-cn:iam::210987654321:role/ecsTaskExecutionRole",
    );
    assert.match(text, /"awslogs-region": "cn-north-1"/);
  });
});
