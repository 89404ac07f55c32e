import { httpHealthCheck, image, logs } from "./parts.ts";
import type { Answers, Scaffold } from "./scaffold.ts";
import { literal, type Template, text } from "./template.ts";

export function webContainer(answers: Answers): Template {
  const { takenPorts = [] } = answers;
  let port = answers.port ?? 8080;
  while (takenPorts.includes(port)) port += 1;
  return {
    name: text(freeName(answers, "web")),
    image: image(answers, "web"),
    essential: true,
    ...memory(answers),
    portMappings: [
      {
        name: !takenPorts.includes("http") ? "http" : `http-${port}`,
        containerPort: literal(port),
        protocol: "tcp",
        appProtocol: "http",
      },
    ],
    readonlyRootFilesystem: true,
    healthCheck: httpHealthCheck(port),
    logConfiguration: logs(answers, "web"),
  };
}

export function workerContainer(answers: Answers, name = "worker"): Template {
  return {
    name: text(freeName(answers, name)),
    image: image(answers, name),
    essential: true,
    ...memory(answers),
    readonlyRootFilesystem: true,
    logConfiguration: logs(answers, name),
  };
}

/** The name, with a number where another container has it. */
function freeName({ taken = [] }: Answers, name: string): string {
  if (!taken.includes(name)) return name;
  let number = 2;
  while (taken.includes(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}

function memory({ needsMemory = false }: Answers): Readonly<Record<string, Template>> {
  return needsMemory ? { memory: literal(512) } : {};
}

/** Routes the logs of the other containers. Its own go to CloudWatch. */
export function logRouter(answers: Answers): Template {
  return {
    name: freeName(answers, "log-router"),
    image: "public.ecr.aws/aws-observability/aws-for-fluent-bit:2.34.0",
    essential: true,
    memoryReservation: 50,
    firelensConfiguration: { type: "fluentbit" },
    logConfiguration: logs(answers, "log-router"),
  };
}

/** Elements of containerDefinitions. */
export const containerScaffolds: readonly Scaffold[] = [
  {
    id: "web-container",
    label: "Web container",
    description: "serves HTTP: port, health check, logs",
    template: webContainer,
  },
  {
    id: "worker-container",
    label: "Worker container",
    description: "no port; logs to CloudWatch",
    template: (answers) => workerContainer(answers),
  },
  {
    id: "log-router-container",
    label: "FireLens log router",
    description: "Fluent Bit beside the other containers",
    template: logRouter,
  },
];

/** Values of healthCheck. */
export const healthCheckScaffolds: readonly Scaffold[] = [
  {
    id: "http-health-check",
    label: "HTTP health check with wget",
    description: "for images made from Alpine and BusyBox",
    template: ({ port = 8080 }) => httpHealthCheck(port),
  },
  {
    id: "curl-health-check",
    label: "HTTP health check with curl",
    description: "for images that have curl",
    template: ({ port = 8080 }) => command(`curl -f http://localhost:${port}/ || exit 1`),
  },
  {
    id: "postgres-health-check",
    label: "PostgreSQL health check",
    description: "pg_isready",
    template: () => command("pg_isready -U postgres || exit 1"),
  },
  {
    id: "redis-health-check",
    label: "Redis health check",
    description: "redis-cli ping",
    template: () => command("redis-cli ping || exit 1"),
  },
];

function command(line: string): Template {
  return {
    command: ["CMD-SHELL", text(line)],
    interval: 30,
    timeout: 5,
    retries: 3,
    startPeriod: literal(60),
  };
}

/** Values of logConfiguration. */
export const logScaffolds: readonly Scaffold[] = [
  {
    id: "awslogs",
    label: "Logs to CloudWatch",
    description: "awslogs",
    template: (answers) => logs(answers, "app"),
  },
  {
    id: "firelens-cloudwatch",
    label: "Logs through FireLens to CloudWatch",
    description: "awsfirelens; needs a log router beside",
    template: (answers) => ({
      logDriver: "awsfirelens",
      options: {
        Name: "cloudwatch_logs",
        region: text(answers.region ?? "us-east-1"),
        log_group_name: text(`/ecs/${answers.family ?? "app"}`),
        log_stream_prefix: "app/",
        auto_create_group: "true",
      },
    }),
  },
];
