import assert from "node:assert/strict";
import { parseEcsDocument } from "../../server/src/service/documents/ecsDocument.ts";
import { type RuleSettings, validate } from "../../server/src/service/features/validate.ts";
import { JsonNode } from "../../server/src/service/syntax/jsonNode.ts";
import { rules } from "../../server/src/service/rules/index.ts";

const everyRule: RuleSettings = Object.fromEntries(rules.map(({ id, severity }) => [id, severity]));

/** Looks at the file: what takes time, counted instead of timed, so that a busy machine changes nothing. */
const looks = ["get", "items", "members", "string", "raw"] as const;

describe("The work of checking a file", () => {
  const original = new Map(
    looks.map((name) => [name, Object.getOwnPropertyDescriptor(JsonNode.prototype, name)] as const),
  );
  let count = 0;

  before(() => {
    for (const [name, descriptor] of original)
      if (descriptor)
        Object.defineProperty(
          JsonNode.prototype,
          name,
          counting(descriptor, () => count++),
        );
  });
  after(() => {
    for (const [name, descriptor] of original)
      if (descriptor) Object.defineProperty(JsonNode.prototype, name, descriptor);
  });

  const growing: Readonly<Record<string, (size: number) => unknown>> = {
    "the containers": (size) => taskDefinition(list(size, (index) => container(index))),
    "the variables of a container": (size) =>
      taskDefinition([
        {
          ...container(0),
          environment: list(size, (index) => ({ name: `NAME_${index}`, value: `value ${index}` })),
        },
      ]),
    "the secrets of a container": (size) =>
      taskDefinition([
        {
          ...container(0),
          secrets: list(size, (index) => ({
            name: `NAME_${index}`,
            valueFrom: `arn:aws:ssm:eu-west-1:123456789012:parameter/x${index}`,
          })),
        },
      ]),
    "the ports of a container": (size) =>
      taskDefinition([
        {
          ...container(0),
          portMappings: list(size, (index) => ({ containerPort: 1024 + index, name: `port-${index}` })),
        },
      ]),
    "the volumes": (size) => ({
      ...taskDefinition([container(0)]),
      volumes: list(size, (index) => ({ name: `volume-${index}` })),
    }),
    "the tags": (size) => ({
      ...taskDefinition([container(0)]),
      tags: list(size, (index) => ({ key: `key-${index}`, value: "x" })),
    }),
    "what nobody knows, in the depth": (size) => ({
      ...taskDefinition([container(0)]),
      deep: list(size).reduce<unknown>((inner) => ({ inner, other: 1 }), "end"),
    }),
    "the services of Service Connect": (size) => ({
      ...service,
      serviceConnectConfiguration: {
        enabled: true,
        services: list(size, (index) => ({
          portName: `port-${index}`,
          clientAliases: [{ port: 1024 + index }],
        })),
      },
    }),
    "the load balancers of a service": (size) => ({
      ...service,
      loadBalancers: list(size, (index) => ({
        containerName: "app",
        containerPort: 1024 + index,
        targetGroupArn: `arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/x${index}/0123456789abcdef`,
      })),
    }),
  };

  for (const [what, make] of Object.entries(growing)) {
    it(`grows as ${what} do, not faster`, () => {
      const [less, more] = [40, 80].map((size) => workOn(make(size)));
      assert.ok(more! / less! < 2.2, `${less} looks at the file became ${more}`);
    });
  }

  function workOn(value: unknown): number {
    count = 0;
    const name =
      typeof value === "object" && value !== null && "serviceName" in value
        ? "ecs-service.json"
        : "task-definition.json";
    validate(parseEcsDocument(`file:///workspace/${name}`, JSON.stringify(value, null, 2)), {
      rules: everyRule,
    });
    return count;
  }
});

function counting(descriptor: PropertyDescriptor, count: () => void): PropertyDescriptor {
  const part = "get" in descriptor ? "get" : "value";
  const call = Reflect.get(descriptor, part) as (this: JsonNode, ...args: unknown[]) => unknown;
  return {
    ...descriptor,
    [part](this: JsonNode, ...args: unknown[]): unknown {
      count();
      return call.apply(this, args);
    },
  };
}

function list<T>(size: number, make: (index: number) => T = (index) => index as T): T[] {
  return Array.from({ length: size }, (_, index) => make(index));
}

/** With faults on purpose, as what is reported takes time too. */
function container(index: number): Readonly<Record<string, unknown>> {
  return {
    name: `app-${index}`,
    image: `nginx`,
    essential: index === 0,
    memory: 64,
    links: ["nobody"],
    portMappings: [{ containerPort: 8000 + index, hostPort: 9000 + index, name: `port-${index}` }],
    environment: [{ name: "DB_PASSWORD", value: "x8Fq2LmPz0" }],
    mountPoints: [{ sourceVolume: `volume-${index}`, containerPath: "/data" }],
    dependsOn: index === 0 ? [] : [{ containerName: `app-${index - 1}`, condition: "START" }],
    healthCheck: { command: ["curl -f http://localhost/"] },
    logConfiguration: { logDriver: "awslogs", options: { "awslogs-grup": "/ecs/x" } },
  };
}

function taskDefinition(containerDefinitions: readonly unknown[]): Readonly<Record<string, unknown>> {
  return {
    family: "growth",
    networkMode: "awsvpc",
    requiresCompatibilities: ["FARGATE"],
    cpu: "1024",
    memory: "2048",
    containerDefinitions,
  };
}

const service = { serviceName: "growth", cluster: "main", taskDefinition: "growth:1", desiredCount: 2 };
