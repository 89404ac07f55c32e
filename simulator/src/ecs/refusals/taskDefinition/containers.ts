import { each, hasCycle, repeated, type Check } from "../refusal.ts";
import { containersOf, type Container, type Definition } from "./input.ts";

const dependencies = ({ dependsOn = [] }: Container, definition: Definition): string | undefined => {
  for (const { containerName, condition } of dependsOn) {
    const target = containersOf(definition).find(({ name }) => name === containerName);
    if (!target) return `Cannot depend on container + '${containerName ?? ""}' because it does not exist`;
    if ((condition === "SUCCESS" || condition === "COMPLETE") && target.essential !== false)
      return "A dependency container with SUCCESS or COMPLETE condition cannot be an essential container";
    if (condition === "HEALTHY" && !target.healthCheck)
      return "A dependency container with HEALTHY condition must have health check configured";
  }
  return undefined;
};

const dependencyCycle: Check<Definition> = (definition) => {
  const targets = (name: string): string[] =>
    (containersOf(definition).find((container) => container.name === name)?.dependsOn ?? []).flatMap(
      ({ containerName }) => containerName ?? [],
    );
  const names = containersOf(definition).map(({ name = "" }) => name);
  return hasCycle(names, targets) ? "Container dependencies should not have a cycle" : undefined;
};

/** The ranges of a health check's numbers. */
const healthRanges = [
  ["interval", 5, 300],
  ["timeout", 2, 60],
  ["retries", 1, 10],
  ["startPeriod", 0, 300],
] as const;

const healthCheck = ({ name = "", healthCheck: check }: Container): string | undefined => {
  if (!check) return undefined;
  if (!check.command?.length) return `Health check command cannot be empty for container '${name}'`;
  for (const [member, least, most] of healthRanges) {
    const value = check[member];
    if (value === undefined) continue;
    if (value > most)
      return `Health check ${member} must be less than or equal to the maximum allowed value ${most} for container '${name}'`;
    if (value < least)
      return `Health check ${member} must be greater than or equal to the minimum allowed value ${least} for container '${name}'`;
  }
  return undefined;
};

const environment = (
  { environment: variables = [], secrets = [] }: Container,
  { executionRoleArn }: Definition,
): string | undefined => {
  if (variables.some(({ name = "" }) => name.trim() === ""))
    return "Environment variable name cannot be null or blank";
  if (secrets.some(({ name = "" }) => name.trim() === "")) return "The secret name cannot be null or blank";
  if (secrets.length > 0 && executionRoleArn === undefined)
    return "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.";
  const names = [...secrets.map(({ name }) => name), ...new Set(variables.map(({ name }) => name))];
  return repeated(names) === undefined
    ? undefined
    : "The secret name must be unique and not shared with any new or existing environment variables set on the container.";
};

const s3Object = /^arn:[a-z-]+:s3:::[^/]+\/.+/;

const environmentFiles = ({ environmentFiles: files = [] }: Container): string | undefined => {
  if (files.length > 10)
    return "The maximum number of environment files was exceeded. Specify ten or less and try again.";
  return files.every(({ value = "" }) => s3Object.test(value)) ? undefined : "Invalid arn syntax.";
};

const awslogsOptions = [
  "awslogs-create-group",
  "awslogs-datetime-format",
  "awslogs-group",
  "awslogs-multiline-pattern",
  "awslogs-region",
  "awslogs-stream-prefix",
];
const otherOptions = [
  "awslogs-stream",
  "awslogs-endpoint",
  "awslogs-credentials-endpoint",
  "awslogs-format",
  "mode",
  "max-buffer-size",
];

const logging = ({ logConfiguration }: Container, definition: Definition): string | undefined => {
  const { logDriver, options = {} } = logConfiguration ?? {};
  if (logDriver === "awslogs") {
    if (options["awslogs-group"] === undefined) return "Log driver awslogs requires options: awslogs-group";
    const wrong = Object.keys(options).filter(
      (option) => !awslogsOptions.includes(option) && !otherOptions.includes(option),
    );
    return wrong.length > 0 ? `Log driver awslogs disallows options: ${wrong.join(", ")}` : undefined;
  }
  const router = containersOf(definition).some(({ firelensConfiguration }) => firelensConfiguration);
  return logDriver === "awsfirelens" && !router
    ? "When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers."
    : undefined;
};

const ulimits = ({ ulimits: limits = [] }: Container): string | undefined => {
  const wrong = limits.find(({ softLimit = 0, hardLimit = 0 }) => softLimit > hardLimit);
  return wrong && `Soft limit exceeds hard limit for ulimit ${wrong.name ?? ""}`;
};

const restartPolicy = ({ name = "", restartPolicy: policy }: Container): string | undefined => {
  const { restartAttemptPeriod: period = 60 } = policy ?? {};
  return period < 60 || period > 1800
    ? `The 'restartAttemptPeriod' setting for container '${name}' must be between 60 and 1800.`
    : undefined;
};

export const containerChecks: readonly Check<Definition>[] = [
  each<Definition, Container>(
    containersOf,
    environment,
    environmentFiles,
    healthCheck,
    logging,
    ulimits,
    restartPolicy,
    dependencies,
  ),
  dependencyCycle,
];
