import assert from "node:assert/strict";
import { parseEcsDocument } from "../../server/src/service/documents/ecsDocument.ts";

/**
 * What a file is, as `kind` or `kind, shape`; its definition is the whole file unless the shape says
 * otherwise.
 */
function kindOf(content: unknown, name = "file.json"): string {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  const { kind, definitions } = parseEcsDocument(`file:///workspace/${name}`, text);
  const shape = definitions[0]?.shape ?? "plain";
  return shape === "plain" ? kind : `${kind}, ${shape}`;
}

const containers = [{ name: "web", image: "orders", essential: true }];
const service = { serviceName: "orders", cluster: "shop", taskDefinition: "orders", desiredCount: 2 };

describe("A file is classified by its content", () => {
  const cases: readonly (readonly [title: string, content: unknown, kind: string])[] = [
    [
      "the input of RegisterTaskDefinition",
      { family: "orders", containerDefinitions: containers },
      "task-definition",
    ],
    [
      "a task definition whose containers are filled in later",
      '{ "family": "orders", "containerDefinitions": ${CONTAINERS} }',
      "task-definition",
    ],
    [
      "a task definition without its containers",
      { family: "orders", cpu: "256", memory: "512" },
      "task-definition",
    ],
    ["a task definition that is only begun", { requiresCompatibilities: ["FARGATE"] }, "task-definition"],
    [
      "the output of describe-task-definition",
      { taskDefinition: { family: "orders", containerDefinitions: containers }, tags: [] },
      "task-definition, wrapped",
    ],
    [
      "containers without a task level",
      { containerDefinitions: containers, volumes: [] },
      "task-definition, fragment",
    ],
    [
      "containers beside overrides",
      { family: "orders", containerDefinitions: containers, containerOverrides: [] },
      "task-definition, fragment",
    ],
    ["a list of containers", containers, "task-definition, container-list"],
    [
      "a list of containers with ports",
      [{ name: "web", portMappings: [] }],
      "task-definition, container-list",
    ],
    [
      "Dockerrun.aws.json version 2",
      { AWSEBDockerrunVersion: 2, containerDefinitions: containers },
      "task-definition, dockerrun",
    ],
    [
      "Dockerrun.aws.json version 2 in quotes",
      { AWSEBDockerrunVersion: "2", containerDefinitions: containers },
      "task-definition, dockerrun",
    ],
    [
      "a task definition in the spelling of CloudFormation",
      { Family: "orders", ContainerDefinitions: [] },
      "task-definition, pascal-case",
    ],
    ["the input of CreateService", service, "service"],
    ["a service file of ecspresso", { desiredCount: 2, launchType: "FARGATE", loadBalancers: [] }, "service"],
    ["the smallest service file", { schedulingStrategy: "DAEMON" }, "service"],
    ["a service with little beside its name", { serviceName: "orders", desiredCount: 1 }, "service"],
    [
      "the input of UpdateService",
      { service: "orders", cluster: "shop", forceNewDeployment: true },
      "service, update",
    ],
    [
      "the input of UpdateService with a task definition",
      { service: "orders", taskDefinition: "orders:8" },
      "service, update",
    ],
    ["both names of a service", { ...service, service: "orders" }, "service"],
    ["the output of describe-services", { services: [service], failures: [] }, "service, wrapped"],
    [
      "the output of create-service",
      { service: { serviceArn: "arn:aws:ecs:eu-west-1:111122223333:service/shop/orders" } },
      "service, wrapped",
    ],
    [
      "a task definition with one name in the wrong case",
      { family: "orders", cpu: "256", ContainerDefinitions: [] },
      "task-definition",
    ],
    [
      "the skeleton of a task definition",
      { family: "", cpu: "", containerDefinitions: [{ name: "", image: "", cpu: 0 }] },
      "task-definition, skeleton",
    ],
    [
      "a skeleton that is being filled in",
      { family: "orders", cpu: "", containerDefinitions: [{ name: "", image: "", cpu: 0 }] },
      "task-definition",
    ],
    [
      "the skeleton of a service",
      { cluster: "", serviceName: "", taskDefinition: "", desiredCount: 0 },
      "service, skeleton",
    ],
    [
      "the skeleton of an update",
      { cluster: "", service: "", desiredCount: 0, taskDefinition: "" },
      "service, skeleton",
    ],
    [
      "a service in the spelling of CloudFormation",
      { ServiceName: "orders", DesiredCount: 2 },
      "service, pascal-case",
    ],
    [
      "the input of CreateTaskSet",
      { service: "orders", cluster: "shop", taskDefinition: "orders", externalId: "green" },
      "task-set",
    ],
    [
      "the input of CreateTaskSet with a scale",
      { service: "orders", cluster: "shop", taskDefinition: "orders", scale: { value: 50, unit: "PERCENT" } },
      "task-set",
    ],
    [
      "the input of UpdateTaskSet",
      { service: "orders", cluster: "shop", taskSet: "ecs-svc/1", scale: { value: 50, unit: "PERCENT" } },
      "task-set",
    ],
    [
      "the input of CreateExpressGatewayService",
      { infrastructureRoleArn: "ecsInfrastructure", primaryContainer: { image: "orders" } },
      "express-service",
    ],
    [
      "an Express service of a task definition",
      {
        taskDefinitionArn: "arn:aws:ecs:eu-west-1:111122223333:task-definition/orders:7",
        healthCheckPath: "/",
      },
      "express-service",
    ],
    [
      "the input of RunTask",
      { cluster: "shop", launchType: "FARGATE", networkConfiguration: {}, taskDefinition: "migrate" },
      "run-task",
    ],
    [
      "the input of RunTask with overrides",
      { taskDefinition: "migrate", overrides: { containerOverrides: [] }, desiredCount: 1 },
      "run-task",
    ],
    [
      "the input of StartTask",
      { cluster: "shop", taskDefinition: "agent", containerInstances: ["i"] },
      "run-task",
    ],
    [
      "the output of describe-daemon-task-definition",
      { daemonTaskDefinition: { family: "agent", containerDefinitions: containers } },
      "daemon-task-definition, wrapped",
    ],
  ];
  for (const [title, content, kind] of cases) {
    it(`${title}: ${kind}`, () => assert.equal(kindOf(content), kind));
  }
});

describe("A file is not ours", () => {
  const cases: readonly (readonly [title: string, content: unknown])[] = [
    [
      "a CloudFormation template",
      { AWSTemplateFormatVersion: "2010-09-09", Resources: { Service: { Type: "AWS::ECS::Service" } } },
    ],
    ["an AppSpec file", { version: 0, Resources: [{ TargetService: { Type: "AWS::ECS::Service" } }] }],
    [
      "a JSON schema",
      {
        $schema: "http://json-schema.org/draft-07/schema#",
        properties: { containerDefinitions: {}, family: {} },
      },
    ],
    ["an API model", { shapes: { CreateServiceRequest: {} }, operations: {} }],
    [
      "the input of CreateDaemon",
      { daemonName: "agent", deploymentConfiguration: {}, enableExecuteCommand: true },
    ],
    ["the settings of another cluster", { clusterName: "shop", nodeGroups: [], settings: [{ name: "a" }] }],
    ["Dockerrun.aws.json version 1", { AWSEBDockerrunVersion: "1", Image: { Name: "orders" } }],
    ["a Serverless file", { service: "orders", provider: { name: "aws" }, functions: {} }],
    ["services of Docker Compose", { services: { web: { image: "orders" } } }],
    ["services of something else", { services: [{ name: "orders", port: 80 }] }],
    ["a list of products", [{ name: "Cup", image: "cup.png", price: 4 }]],
    ["a record with an id elsewhere", { externalId: "4711", name: "orders" }],
    ["settings with the name of a service", { serviceName: "orders", port: 80 }],
    [
      "translations of a program",
      {
        cluster: "Cluster",
        taskDefinition: "Aufgabe",
        containers: "Container",
        launchType: "Starttyp",
        save: "Sichern",
      },
    ],
    [
      "translations with names of numbers",
      { serviceName: "Name", taskDefinition: "Aufgabe", desiredCount: "Anzahl" },
    ],
    [
      "translations of a form",
      { cluster: "Cluster", taskDefinition: "Aufgabe", count: "Anzahl", containers: "Container" },
    ],
    ["a list of texts", ["containerDefinitions"]],
    ["a text", '"family"'],
    ["nothing", ""],
  ];
  for (const [title, content] of cases) {
    it(title, () => assert.equal(kindOf(content), "unknown"));
  }
});

describe("Where the content is silent, the name of the file counts", () => {
  const empty: readonly (readonly [name: string, kind: string])[] = [
    ["task-definition.json", "task-definition"],
    ["taskdef.json", "task-definition"],
    ["ecs-task-def.production.json", "task-definition"],
    ["orders-taskdef.jsonc", "task-definition"],
    ["daemon-task-definition.json", "daemon-task-definition"],
    ["create-service.json", "service"],
    ["ecs-service-def.json", "service"],
    ["service-definition.json", "service"],
    ["ecs/service.json", "service"],
    ["run-task.json", "run-task"],
    ["create-task-set.json", "task-set"],
    ["express-service.json", "express-service"],
    ["service.json", "unknown"],
    ["package.json", "unknown"],
    ["100%.json", "unknown"],
  ];
  for (const [name, kind] of empty) {
    it(`an empty ${name}: ${kind}`, () => {
      assert.equal(kindOf({}, name), kind);
      assert.equal(kindOf("", name), kind);
    });
  }

  it("a service definition of another tool is not ours", () => {
    assert.equal(kindOf({ name: "orders", port: 80 }, "service-definition.json"), "unknown");
    assert.equal(kindOf({ launchType: "EC2" }, "service-definition.json"), "service");
  });

  it("an Express server of Node.js is not ours", () => {
    assert.equal(kindOf({ name: "orders", port: 80 }, "express-service.json"), "unknown");
  });

  it("a service file that could be the input of RunTask", () => {
    const content = { cluster: "shop", taskDefinition: "orders", launchType: "FARGATE" };
    assert.equal(kindOf(content, "ecs-service.json"), "service");
    assert.equal(kindOf(content, "run.json"), "run-task");
  });

  it("a task set that could be an update", () => {
    const content = { service: "orders", cluster: "shop", taskDefinition: "orders" };
    assert.equal(kindOf(content, "task-set.json"), "task-set");
    assert.equal(kindOf(content, "orders.json"), "service, update");
  });

  it("a daemon task definition, which reads like any other", () => {
    const content = { family: "agent", containerDefinitions: containers };
    assert.equal(kindOf(content, "daemon-task-definition.json"), "daemon-task-definition");
    assert.equal(kindOf(content, "agent.json"), "task-definition");
  });

  it("a list of containers that are only begun", () => {
    assert.equal(kindOf([], "container-definitions.json"), "task-definition, container-list");
    assert.equal(kindOf([], "list.json"), "unknown");
  });
});

describe("Where content and name are silent, the language that a user gave the file counts", () => {
  const kindIn = (language: string, text: string): string =>
    parseEcsDocument("untitled:Untitled-1", text, { language }).kind;

  it("in a file without a name that says nothing yet", () => {
    for (const text of ["", "{}", "{ ", '{ "fam']) {
      assert.equal(kindIn("ecs-task-definition", text), "task-definition", text);
      assert.equal(kindIn("ecs-service", text), "service", text);
      assert.equal(kindIn("json", text), "unknown", text);
    }
  });

  it("not against the content", () => {
    assert.equal(
      kindIn("ecs-service", JSON.stringify({ family: "orders", containerDefinitions: containers })),
      "task-definition",
    );
    assert.equal(
      kindIn("ecs-task-definition", JSON.stringify({ AWSTemplateFormatVersion: "2010-09-09" })),
      "unknown",
    );
  });

  it("not against the name", () =>
    assert.equal(
      parseEcsDocument("file:///ecs-service.json", "{}", { language: "ecs-task-definition" }).kind,
      "service",
    ));
});

describe("The definition of a file", () => {
  it("is the object inside a wrapper", () => {
    const [definition] = parseEcsDocument(
      "file:///described.json",
      JSON.stringify({ services: [service] }),
    ).definitions;
    assert.equal(definition?.root?.get("serviceName")?.string, "orders");
  });

  it("is what a broken text still shows", () => {
    const [definition] = parseEcsDocument(
      "file:///broken.json",
      '{ "family": "orders", "containerDefinitions": [{ "name": "web" ',
    ).definitions;
    assert.equal(definition?.kind, "task-definition");
    assert.equal(definition.root?.get("family")?.string, "orders");
  });

  it("is nothing in a file that is not ours", () => {
    assert.deepEqual(parseEcsDocument("file:///package.json", '{ "name": "orders" }').definitions, []);
  });
});
