import assert from "node:assert/strict";
import type { DocumentSymbol } from "vscode-languageserver-types";
import { createLanguageService, type LanguageService } from "../../../server/src/service/service.ts";

function outlineOf(text: string): DocumentSymbol[] {
  const service = createLanguageService();
  return service.outline(service.parse("file:///workspace/task-definition.json", text));
}

function names(symbols: readonly DocumentSymbol[], depth = 0): string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    `${"  ".repeat(depth)}${name}${detail === undefined ? "" : ` = ${detail}`}`,
    ...names(children ?? [], depth + 1),
  ]);
}

describe("The outline", () => {
  it("calls containers and their parts by name", () => {
    const text =
      '{"family": "a", "containerDefinitions": [{"name": "api", "environment": [{"name": "X", "value": "1"}], "portMappings": [{"containerPort": 80}], "command": ["run", "it"]}]}';
    assert.deepEqual(names(outlineOf(text)), [
      'family = "a"',
      "containerDefinitions",
      "  api",
      '    name = "api"',
      "    environment",
      "      X",
      '        name = "X"',
      '        value = "1"',
      "    portMappings",
      "      80",
      "        containerPort = 80",
      "    command",
      "      run",
      "      it",
    ]);
  });

  it("gives what there is of a broken file", () => {
    assert.deepEqual(names(outlineOf('{"family": "a", "containerDefinitions": [{"name": "api"')), [
      'family = "a"',
      "containerDefinitions",
      "  api",
      '    name = "api"',
    ]);
  });

  it("is empty for an empty file", () => {
    assert.deepEqual(outlineOf(""), []);
  });
});

describe("Workspace symbols", () => {
  const found = (service: LanguageService, query: string): string[] =>
    service.workspaceSymbols(query).map(({ name, containerName }) => `${name}: ${containerName}`);

  it("find families, services, containers and volumes by part of their name", () => {
    const service = createLanguageService();
    service.workspace.set(
      service.parse(
        "file:///workspace/task-definition.json",
        '{"family": "orders", "containerDefinitions": [{"name": "orders-api"}], "volumes": [{"name": "data"}]}',
      ),
    );
    service.workspace.set(
      service.parse(
        "file:///workspace/ecs-service.json",
        '{"serviceName": "orders-live", "cluster": "live", "taskDefinition": "orders"}',
      ),
    );
    assert.deepEqual(found(service, "ORDERS"), [
      "orders: task definition",
      "orders-api: container in orders",
      "orders-live: service",
    ]);
    assert.deepEqual(found(service, "dat"), ["data: volume in orders"]);
  });

  it("tell apart what has the same name", () => {
    const service = createLanguageService();
    service.workspace.set(
      service.parse(
        "file:///workspace/task-definition.json",
        '{"family": "orders", "containerDefinitions": [{"name": "orders"}], "volumes": [{"name": "orders"}]}',
      ),
    );
    service.workspace.set(
      service.parse(
        "file:///workspace/ecs-service.json",
        '{"serviceName": "orders", "cluster": "live", "taskDefinition": "orders"}',
      ),
    );
    service.workspace.set(
      service.parse(
        "file:///workspace/container-definitions.json",
        '[{"name": "orders", "image": "nginx", "essential": true}]',
      ),
    );
    assert.deepEqual(found(service, "orders"), [
      "orders: task definition",
      "orders: container in orders",
      "orders: volume in orders",
      "orders: service",
      "orders: container",
    ]);
  });
});
