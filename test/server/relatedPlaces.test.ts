import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { parseEcsDocument } from "../../server/src/service/documents/ecsDocument.ts";
import { toDiagnostics } from "../../server/src/service/features/diagnostics.ts";
import type { Finding } from "../../server/src/service/features/finding.ts";
import { validate } from "../../server/src/service/features/validate.ts";
import { ruleFacts, rules } from "../../server/src/service/rules/index.ts";
import { WorkspaceIndex } from "../../server/src/service/documents/workspaceIndex.ts";
import { parseRulePage } from "../support/rulePage.ts";

const serviceUri = "file:///shop/ecs-service.json";
const taskUri = "file:///shop/task-definition.json";

/** What is found in a service beside its task definition. */
function findings(
  service: string,
  task: string,
): { found: Finding[]; diagnostics: ReturnType<typeof toDiagnostics> } {
  const workspace = new WorkspaceIndex();
  workspace.set(parseEcsDocument(taskUri, task));
  const document = parseEcsDocument(serviceUri, service);
  const found = validate(document, { workspace });
  return { found, diagnostics: toDiagnostics(document, found) };
}

describe("A finding that needs the task definition points into it", () => {
  const folder = new URL("../../docs/rules/", import.meta.url);
  const crossFile = new Set(
    rules.filter(({ appliesTo }) => appliesTo === "service with its task definition").map(({ id }) => id),
  );
  const pages = readdirSync(folder).filter((name) => name.endsWith(".md") && name !== "README.md");
  const ids = new Set(ruleFacts.map(({ id }) => id));
  const examples = pages
    .flatMap((name) => parseRulePage(readFileSync(new URL(name, folder), "utf8"), ids))
    .filter(({ ruleId }) => crossFile.has(ruleId));

  for (const id of crossFile) {
    it(id, () => {
      for (const example of examples.filter(({ ruleId, markers }) => ruleId === id && markers.length > 0)) {
        const { found } = findings(example.text, [...example.companions.values()][0]!);
        for (const { code, related } of found.filter((finding) => finding.code === id)) {
          assert.ok(related.length > 0, `${code} explains nothing`);
          for (const { message, document, span } of related) {
            assert.equal(document?.uri, taskUri);
            assert.notEqual(message, "");
            assert.ok(span.length > 0 && span.offset + span.length <= document.text.length);
          }
        }
      }
    });
  }

  it("as related information of the diagnostic", () => {
    const service = '{ "serviceName": "orders", "taskDefinition": "orders", "desiredCount": 1 }';
    const task = '{\n  "family": "orders",\n  "networkMode": "awsvpc",\n  "containerDefinitions": []\n}';
    const diagnostic = findings(service, task).diagnostics.find(
      ({ code }) => code === "network-configuration-required",
    );
    assert.deepEqual(diagnostic?.relatedInformation, [
      {
        message: "The network mode of the task definition",
        location: {
          uri: taskUri,
          range: { start: { line: 2, character: 2 }, end: { line: 2, character: 15 } },
        },
      },
    ]);
  });
});

describe("A service is checked against the task definition of its family", () => {
  const service =
    '{ "serviceName": "orders", "taskDefinition": "orders", "loadBalancers": [{ "containerName": "web", "containerPort": 80 }] }';
  const task = (container: string): string =>
    `{ "family": "orders", "containerDefinitions": [{ "name": "${container}", "portMappings": [{ "containerPort": 80 }] }] }`;

  it("and again when that changes", () => {
    const codes = (container: string): string[] =>
      findings(service, task(container)).found.map(({ code }) => code);
    assert.ok(codes("app").includes("lb-container-exists"));
    assert.ok(!codes("web").includes("lb-container-exists"));
  });

  it("of several the one in the nearest folder", () => {
    const workspace = new WorkspaceIndex();
    workspace.set(parseEcsDocument("file:///other/task-definition.json", task("app")));
    workspace.set(parseEcsDocument(taskUri, task("web")));
    const found = validate(parseEcsDocument(serviceUri, service), { workspace });
    assert.ok(!found.some(({ code }) => code === "lb-container-exists"));
  });
});
