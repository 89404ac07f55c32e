import assert from "node:assert/strict";
import { parseEcsDocument } from "../../../server/src/service/documents/ecsDocument.ts";
import { EcsService } from "../../../server/src/service/model/ecsService.ts";
import type { SymbolOccurrence, SymbolTable } from "../../../server/src/service/model/symbols.ts";
import { TaskDefinition } from "../../../server/src/service/model/taskDefinition.ts";

const whole = `{
  "family": "shop",
  "containerDefinitions": [
    {
      "name": "web",
      "portMappings": [{ "name": "http", "containerPort": 80 }],
      "dependsOn": [{ "containerName": "db", "condition": "START" }],
      "links": ["db:database"],
      "volumesFrom": [{ "sourceContainer": "db" }],
      "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }]
    },
    { "name": "db" }
  ],
  "volumes": [{ "name": "data" }],
  "proxyConfiguration": { "containerName": "web" }
}`;

describe("The symbol table", () => {
  it("holds every name that a task definition gives and uses, in the order of the file", () => {
    assert.deepEqual(symbolsOf(whole).occurrences.map(describeOccurrence), [
      "container web: definition in containerDefinitions",
      "port http: definition in portMappings",
      "container db: reference in dependsOn",
      "container db: reference in links",
      "container db: reference in volumesFrom",
      "volume data: reference in mountPoints",
      "container db: definition in containerDefinitions",
      "volume data: definition in volumes",
      "container web: reference in proxyConfiguration",
    ]);
  });

  it("holds every name that a service uses", () => {
    const service = serviceSymbolsOf(`{
      "serviceName": "shop",
      "loadBalancers": [{ "containerName": "web", "containerPort": 80 }],
      "serviceRegistries": [{ "containerName": "dns" }],
      "serviceConnectConfiguration": { "services": [{ "portName": "http" }] },
      "vpcLatticeConfigurations": [{ "portName": "grpc" }],
      "volumeConfigurations": [{ "name": "data" }]
    }`);
    assert.deepEqual(service.occurrences.map(describeOccurrence), [
      "container web: reference in loadBalancers",
      "container dns: reference in serviceRegistries",
      "port http: reference in serviceConnectConfiguration",
      "port grpc: reference in vpcLatticeConfigurations",
      "volume data: reference in volumeConfigurations",
    ]);
    assert.deepEqual(service.dangling("container"), [], "the names are given in another file");
  });

  it("spans the name alone: without quotes, and of a link without its alias", () => {
    const spans = symbolsOf(whole)
      .occurrencesOf("container", "db")
      .map(({ span }) => whole.slice(span.offset - 1, span.offset + span.length + 1));
    assert.deepEqual(spans, ['"db"', '"db:', '"db"', '"db"']);
  });

  it("finds the occurrence under the cursor, at either end of the string too", () => {
    const table = symbolsOf(whole);
    const start = whole.indexOf('"db:database"');
    for (const offset of [start, start + 4, start + '"db:database"'.length])
      assert.equal(table.at(offset)?.via, "links");
    assert.equal(table.at(start - 1), undefined);
    assert.equal(table.at(start + '"db:database"'.length + 1), undefined);
  });

  it("takes the first place of a name that is given twice for its definition, and lists it once", () => {
    const table = symbolsOf(
      '{ "containerDefinitions": [{ "name": "a" }, { "name": "b" }, { "name": "a" }] }',
    );
    assert.equal(table.definition("container", "a")?.node.parent?.path.at(-1), 0);
    assert.deepEqual(table.names("container"), ["a", "b"]);
    assert.equal(table.definitions("container").length, 3);
  });

  it("tells the kinds apart: a volume is no container", () => {
    const table = symbolsOf(
      '{ "containerDefinitions": [{ "name": "a", "mountPoints": [{ "sourceVolume": "a" }] }] }',
    );
    assert.equal(table.definition("volume", "a"), undefined);
    assert.deepEqual(
      table.dangling("volume").map(({ name }) => name),
      ["a"],
    );
  });

  it("names the uses that nothing gives", () => {
    const table = symbolsOf(
      '{ "containerDefinitions": [{ "name": "a", "dependsOn": [{ "containerName": "b" }, { "containerName": "a" }] }] }',
    );
    assert.deepEqual(
      table.dangling("container").map(({ name }) => name),
      ["b"],
    );
  });

  it("lets a placeholder be any name", () => {
    const uses = symbolsOf(
      '{ "containerDefinitions": [{ "name": "a", "dependsOn": [{ "containerName": "${SIDECAR}" }] }] }',
    );
    assert.deepEqual(uses.dangling("container"), []);
    const gives = symbolsOf(
      '{ "containerDefinitions": [{ "name": "${APP}", "dependsOn": [{ "containerName": "b" }] }] }',
    );
    assert.deepEqual(gives.dangling("container"), []);
    assert.ok(gives.isOpen("container") && gives.isOpen("port") && !gives.isOpen("volume"));
    const volumes = symbolsOf(
      '{ "containerDefinitions": [{ "mountPoints": [{ "sourceVolume": "b" }] }], "volumes": [{ "name": "<NAME>" }] }',
    );
    assert.deepEqual(volumes.dangling("volume"), []);
    const list = symbolsOf(
      '{ "containerDefinitions": [{ "mountPoints": [{ "sourceVolume": "b" }] }], "volumes": ${VOLUMES} }',
    );
    assert.deepEqual(list.dangling("volume"), []);
  });

  it("treats the same placeholder as the same name, so that it can be followed and renamed", () => {
    const table = symbolsOf(
      '{ "containerDefinitions": [{ "name": "${APP}", "links": ["${APP:-web}:x"], "volumesFrom": [{ "sourceContainer": "${APP}" }] }] }',
    );
    assert.equal(table.occurrencesOf("container", "${APP}").length, 2);
    assert.equal(table.references("container")[0]?.name, "${APP:-web}:x");
  });

  it("leaves the volumes of a bare container list to the file around it", () => {
    const table = symbolsOf(
      '[{ "name": "a", "image": "b", "mountPoints": [{ "sourceVolume": "c" }], "links": ["d"] }]',
    );
    assert.deepEqual(table.dangling("volume"), []);
    assert.deepEqual(
      table.dangling("container").map(({ name }) => name),
      ["d"],
    );
  });

  it("passes over what is not a name", () => {
    const table = symbolsOf(
      '{ "containerDefinitions": [{ "name": "", "links": [1, null, {}], "portMappings": "x", "dependsOn": [[]] }, 3], "volumes": [{ "name": 4 }] }',
    );
    assert.deepEqual(table.occurrences, []);
  });
});

function symbolsOf(text: string): SymbolTable {
  const { root, shape } = parseEcsDocument("file:///workspace/task-definition.json", text).definitions[0]!;
  return new TaskDefinition(root!, shape).symbols;
}

function serviceSymbolsOf(text: string): SymbolTable {
  const { root, shape } = parseEcsDocument("file:///workspace/ecs-service.json", text).definitions[0]!;
  return new EcsService(root!, shape).symbols;
}

function describeOccurrence({ kind, name, role, via }: SymbolOccurrence): string {
  return `${kind} ${name}: ${role} in ${via}`;
}
