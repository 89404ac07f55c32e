import assert from "node:assert/strict";
import { describePlace, openWithCursor } from "../../support/cursor.ts";

const task = `{
  "family": "orders",
  "containerDefinitions": [
    { "name": "api", "dependsOn": [{ "containerName": "log", "condition": "START" }], "links": ["log:l"] },
    { "name": "log" }
  ]
}`;
const service = `{
  "serviceName": "orders",
  "cluster": "live",
  "taskDefinition": "orders:3",
  "loadBalancers": [{ "containerName": "api", "containerPort": 80 }]
}`;
const at = (text: string, before: string, after: string): string =>
  text.replace(before + after, `${before}$0${after}`);

describe("Go to definition", () => {
  it("leads from a dependency to the container", () => {
    const {
      service: language,
      document,
      position,
    } = openWithCursor({ "task-definition.json": at(task, '"containerName": "l', "og") });
    assert.deepEqual(
      language.definition(document, position).map((place) => describePlace(language, place)),
      ["task-definition.json 4:15 log"],
    );
  });

  it("leads from a service's load balancer to the container in the task definition", () => {
    const {
      service: language,
      document,
      position,
    } = openWithCursor({
      "task-definition.json": task,
      "ecs-service.json": at(service, '"containerName": "a', "pi"),
    });
    assert.deepEqual(
      language.definition(document, position).map((place) => describePlace(language, place)),
      ["task-definition.json 3:15 api"],
    );
  });

  it("leads from a service's task definition to the family", () => {
    const {
      service: language,
      document,
      position,
    } = openWithCursor({ "task-definition.json": task, "ecs-service.json": at(service, '"orders', ":3") });
    assert.deepEqual(
      language.definition(document, position).map((place) => describePlace(language, place)),
      ['task-definition.json 1:12 "orders"'],
    );
  });

  it("gives nothing where no name stands", () => {
    const { service: language, document, position } = openWithCursor({ "task-definition.json": `$0${task}` });
    assert.deepEqual(language.definition(document, position), []);
  });
});

describe("Find references", () => {
  const files = { "task-definition.json": at(task, '"name": "a', "pi"), "ecs-service.json": service };

  it("finds a container's uses in its file and in the services that run it", () => {
    const { service: language, document, position } = openWithCursor(files);
    assert.deepEqual(
      language.references(document, position, false).map((place) => describePlace(language, place)),
      ["ecs-service.json 4:40 api"],
    );
  });

  it("counts the definition where the client asks for it", () => {
    const { service: language, document, position } = openWithCursor(files);
    assert.deepEqual(
      language.references(document, position, true).map((place) => describePlace(language, place)),
      ["task-definition.json 3:15 api", "ecs-service.json 4:40 api"],
    );
  });

  it("finds a family in the services that run it", () => {
    const atFamily = { "task-definition.json": at(task, '"or', 'ders"'), "ecs-service.json": service };
    const { service: language, document, position } = openWithCursor(atFamily);
    assert.deepEqual(
      language.references(document, position, true).map((place) => describePlace(language, place)),
      ['task-definition.json 1:12 "orders"', 'ecs-service.json 3:20 "orders:3"'],
    );
    assert.deepEqual(
      language.references(document, position, false).map((place) => describePlace(language, place)),
      ['ecs-service.json 3:20 "orders:3"'],
    );
  });

  it("finds a family from a service that runs it", () => {
    const atFamily = { "task-definition.json": task, "ecs-service.json": at(service, '"or', 'ders:3"') };
    const { service: language, document, position } = openWithCursor(atFamily);
    assert.deepEqual(
      language.references(document, position, true).map((place) => describePlace(language, place)),
      ['task-definition.json 1:12 "orders"', 'ecs-service.json 3:20 "orders:3"'],
    );
  });

  it("leaves services of another family alone", () => {
    const {
      service: language,
      document,
      position,
    } = openWithCursor({ ...files, "ecs-service.json": service.replace("orders:3", "billing") });
    assert.deepEqual(language.references(document, position, false), []);
  });
});

describe("Rename", () => {
  it("changes a container everywhere, and of a link only the name", () => {
    const {
      service: language,
      document,
      position,
    } = openWithCursor({ "task-definition.json": at(task, '{ "name": "l', "og") });
    const edits = language
      .rename(document, position, "router")
      .changes?.[document.uri]?.map(
        ({ range }) => `${range.start.line}:${range.start.character}-${range.end.character}`,
      );
    assert.deepEqual(edits, ["3:55-58", "3:97-100", "4:15-18"]);
  });

  it("tells the client which part of the text is the name", () => {
    const {
      service: language,
      document,
      position,
    } = openWithCursor({ "task-definition.json": at(task, '"links": ["lo', "g:l") });
    assert.deepEqual(language.prepareRename(document, position), {
      range: { start: { line: 3, character: 97 }, end: { line: 3, character: 100 } },
      placeholder: "log",
    });
  });

  it("does not rename what is known only after substitution", () => {
    const {
      service: language,
      document,
      position,
    } = openWithCursor({
      "task-definition.json": task.replace('{ "name": "log" }', '{ "name": "$0${NAME}" }'),
    });
    assert.equal(language.prepareRename(document, position), undefined);
  });

  const refusal = (files: Record<string, string>, newName: string): string | undefined => {
    const { service: language, document, position } = openWithCursor(files);
    return language.refuseName(document, position, newName);
  };
  const onLog = at(task, '{ "name": "l', "og");

  it("refuses a name that ECS does not take", () => {
    assert.equal(
      refusal({ "task-definition.json": onLog }, "a b"),
      'ECS takes letters, digits, "-" and "_" in names, at most 255 characters.',
    );
    assert.equal(refusal({ "task-definition.json": onLog }, "log_router-2"), undefined);
  });

  it("refuses a name that another container has, also from the service that runs it", () => {
    assert.equal(refusal({ "task-definition.json": onLog }, "api"), 'There is a container "api" already.');
    assert.equal(refusal({ "task-definition.json": onLog }, "log"), undefined);
    assert.equal(
      refusal(
        { "task-definition.json": task, "ecs-service.json": at(service, '"containerName": "a', "pi") },
        "log",
      ),
      'There is a container "log" already.',
    );
  });
});
