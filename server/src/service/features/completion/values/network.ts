import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { protocolOf } from "../../../model/portMapping.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import { bridgeOnly } from "../refusals.ts";

/**
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#network_mode
 */
const networkModes: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    FARGATE: ["awsvpc"],
    EXTERNAL: ["bridge", "host", "none"],
    MANAGED_INSTANCES: ["awsvpc", "host"],
  }),
);

/** True where a launch type has a network mode, or nothing is known of the launch type. */
export function takesMode(launchType: string, mode: string): boolean {
  return networkModes.get(launchType)?.includes(mode) ?? true;
}

/** True where the containers of a task can run in a network mode as they are written. */
export function suitsMode(mode: string, task: TaskDefinition): boolean {
  if (mode !== "awsvpc" && task.root.filled("proxyConfiguration")) return false;
  if (
    mode === "awsvpc" &&
    task.containers.some(({ node }) => [...bridgeOnly].some((member) => node.filled(member)))
  )
    return false;
  return mode === "awsvpc" || mode === "host" ? sharesPorts(task) : true;
}

/** True where the containers could share one network: each port once, and on the host the same. */
function sharesPorts({ portMappings }: TaskDefinition): boolean {
  const ports = portMappings.flatMap((mapping) => {
    const port = mapping.get("containerPort")?.integer;
    return port === undefined ? [] : [`${port} ${protocolOf(mapping)}`];
  });
  const isSame = (mapping: JsonNode): boolean => {
    const hostPort = mapping.get("hostPort")?.integer;
    return hostPort === undefined || hostPort === mapping.get("containerPort")?.integer;
  };
  return new Set(ports).size === ports.length && portMappings.every(isSame);
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html */
const fargateDrivers: ReadonlySet<string | undefined> = new Set([
  undefined,
  "awslogs",
  "splunk",
  "awsfirelens",
]);

/** True where Fargate would run the containers of a task as they are written. */
export function suitsFargate(task: TaskDefinition): boolean {
  const logsFit = task.containers.every(({ node }) => {
    const driver = node.at("logConfiguration", "logDriver")?.string;
    return (
      fargateDrivers.has(driver) &&
      (driver !== "awslogs" ||
        node.at("logConfiguration", "options")?.filled("awslogs-stream-prefix") !== undefined)
    );
  });
  return logsFit && suitsMode("awsvpc", task);
}
