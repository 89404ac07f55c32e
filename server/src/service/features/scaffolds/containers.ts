import { exampleImages, httpHealthCheck, image, logs, portOf, shellHealthCheck } from "./parts.ts";
import type { Answers, Scaffold } from "./scaffold.ts";
import { literal, type Template, text } from "./template.ts";

export function webContainer(answers: Answers): Template {
  const { takenPorts = [] } = answers;
  let port = portOf(answers);
  while (takenPorts.includes(port)) port += 1;
  return {
    name: text(freeName(answers, "web")),
    ...image(answers, exampleImages.web),
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
    ...(answers.healthCheck && { healthCheck: httpHealthCheck(answers.healthCheck, port) }),
    logConfiguration: logs(answers, "web"),
  };
}

export function workerContainer(answers: Answers, name: "worker" | "job" = "worker"): Template {
  return {
    name: text(freeName(answers, name)),
    ...image(answers, exampleImages[name]),
    essential: true,
    ...memory(answers),
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

/** Containers that serve the others of their task. */
function sidecar(
  answers: Answers,
  name: string,
  imageName: string,
  members: Readonly<Record<string, Template>>,
): Template {
  return {
    name: freeName(answers, name),
    image: text(imageName),
    essential: false,
    memoryReservation: 128,
    ...members,
    logConfiguration: logs(answers, name),
  };
}

/** Elements of containerDefinitions. */
export const containerScaffolds: readonly Scaffold[] = [
  {
    id: "web-container",
    label: "Web container",
    description: "serves HTTP: port, logs",
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
  {
    id: "adot-container",
    label: "OpenTelemetry collector (ADOT)",
    description: "traces and metrics to X-Ray and CloudWatch",
    template: (answers) =>
      sidecar(answers, "aws-otel-collector", "public.ecr.aws/aws-observability/aws-otel-collector:v0.43.1", {
        command: ["--config=/etc/ecs/ecs-default-config.yaml"],
      }),
  },
  {
    id: "cloudwatch-agent-container",
    label: "CloudWatch agent",
    description: "metrics and traces; its configuration is in a parameter",
    template: (answers) =>
      sidecar(
        answers,
        "cloudwatch-agent",
        "public.ecr.aws/cloudwatch-agent/cloudwatch-agent:1.300062.0b1304",
        { secrets: [{ name: "CW_CONFIG_CONTENT", valueFrom: text("/ecs/cloudwatch-agent") }] },
      ),
  },
  {
    id: "datadog-container",
    label: "Datadog agent",
    description: "its API key is in a secret",
    template: (answers) =>
      sidecar(answers, "datadog-agent", "public.ecr.aws/datadog/agent:7", {
        environment: [{ name: "ECS_FARGATE", value: "true" }],
        secrets: [{ name: "DD_API_KEY", valueFrom: text("/ecs/datadog-api-key") }],
      }),
  },
];

/** Values of healthCheck. */
export const healthCheckScaffolds: readonly Scaffold[] = [
  {
    id: "http-health-check",
    label: "HTTP health check with wget",
    description: "for images made from Alpine and BusyBox",
    template: ({ port = 8080 }) => httpHealthCheck("wget", port),
  },
  {
    id: "curl-health-check",
    label: "HTTP health check with curl",
    description: "for images that have curl",
    template: ({ port = 8080 }) => httpHealthCheck("curl", port),
  },
  {
    id: "powershell-health-check",
    label: "HTTP health check with PowerShell",
    description: "for images made from Windows Server Core",
    template: ({ port = 8080 }) =>
      shellHealthCheck(
        `powershell -Command "try { exit [int]((Invoke-WebRequest http://localhost:${port}/ -UseBasicParsing).StatusCode -ge 400) } catch { exit 1 }"`,
      ),
  },
  {
    id: "postgres-health-check",
    label: "PostgreSQL health check",
    description: "pg_isready",
    template: () => shellHealthCheck("pg_isready -U postgres || exit 1"),
  },
  {
    id: "redis-health-check",
    label: "Redis health check",
    description: "redis-cli ping",
    template: () => shellHealthCheck("redis-cli ping || exit 1"),
  },
];

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
