/** A document of a size, and the place in it where typing changes a value. */
export interface BenchDocument {
  readonly name: string;
  readonly text: string;
  /** From 0; the character after it is a digit of an image's tag. */
  readonly line: number;
  readonly character: number;
}

/** A usual task definition of some 3 KB: two containers with a handful of variables. */
export function usualDocument(): BenchDocument {
  return toDocument("3 KB", taskDefinition(2, 7));
}

/** The largest that ECS takes, 64 KiB: ten containers, many variables. */
export function largestDocument(): BenchDocument {
  return toDocument("64 KiB", taskDefinition(10, 49));
}

/** A task definition of ten containers to each ten of the count; ECS takes none that is so large. */
export function documentOf(name: string, containers: number): BenchDocument {
  return toDocument(name, taskDefinition(containers, 49));
}

/** A CloudFormation template with five task definitions and their services. */
export function templateDocument(): unknown {
  const names = ["web", "api", "worker", "mail", "search"];
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Resources: Object.fromEntries(
      names.flatMap((name) => [
        [`${name}Task`, { Type: "AWS::ECS::TaskDefinition", Properties: upper(taskDefinition(7, 49)) }],
        [
          `${name}Service`,
          {
            Type: "AWS::ECS::Service",
            Properties: {
              TaskDefinition: { Ref: `${name}Task` },
              LaunchType: "FARGATE",
              DesiredCount: 2,
              NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ["subnet-0123456789abcdef0"] } },
            },
          },
        ],
      ]),
    ),
  };
}

/** The same value as CloudFormation spells it. Names of options stay. */
function upper(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((each) => upper(each, key));
  if (typeof value !== "object" || value === null || key === "options") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name[0]!.toUpperCase() + name.slice(1), upper(each, name)]),
  );
}

function taskDefinition(containers: number, variables: number): unknown {
  return {
    family: "bench",
    networkMode: "awsvpc",
    requiresCompatibilities: ["FARGATE"],
    cpu: "4096",
    memory: "8192",
    executionRoleArn: "arn:aws:iam::123456789012:role/bench-execution",
    taskRoleArn: "arn:aws:iam::123456789012:role/bench-task",
    containerDefinitions: Array.from({ length: containers }, (_, index) => container(index, variables)),
    volumes: [{ name: "data" }],
  };
}

function container(index: number, variables: number): unknown {
  return {
    name: `worker-${index}`,
    image: `123456789012.dkr.ecr.eu-west-1.amazonaws.com/bench/worker-${index}:4f2c9e1`,
    cpu: 256,
    memory: 512,
    essential: index === 0,
    readonlyRootFilesystem: true,
    portMappings: [{ name: `port-${index}`, containerPort: 8000 + index, protocol: "tcp" }],
    environment: Array.from({ length: variables }, (_, each) => ({
      name: `SETTING_NUMBER_${each}`,
      value: `value-${index}-${each}`,
    })),
    secrets: [
      { name: "DATABASE_URL", valueFrom: `arn:aws:ssm:eu-west-1:123456789012:parameter/bench/${index}` },
    ],
    mountPoints: [{ sourceVolume: "data", containerPath: "/data" }],
    dependsOn: index === 0 ? [] : [{ containerName: "worker-0", condition: "START" }],
    healthCheck: {
      command: ["CMD-SHELL", "curl -f http://localhost/ || exit 1"],
      interval: 30,
      timeout: 5,
      retries: 3,
    },
    logConfiguration: {
      logDriver: "awslogs",
      options: {
        "awslogs-group": "/ecs/bench",
        "awslogs-region": "eu-west-1",
        "awslogs-stream-prefix": `worker-${index}`,
      },
    },
  };
}

function toDocument(name: string, value: unknown): BenchDocument {
  const text = JSON.stringify(value, null, 2);
  const lines = text.split("\n");
  const line = lines.findIndex((each) => each.includes('"image"'));
  return {
    name: `${name} (${Buffer.byteLength(text).toLocaleString("en-US")} bytes)`,
    text,
    line,
    character: lines[line]!.indexOf("4f2c9e1"),
  };
}
