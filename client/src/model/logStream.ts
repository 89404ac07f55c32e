import type { Container, ContainerDefinition } from "../aws/types.ts";

/** Where CloudWatch Logs has what a container wrote. */
export interface LogStream {
  readonly region: string;
  readonly group: string;
  readonly stream: string;
}

/**
 * The log stream of a container: `prefix/container/task` with a prefix; without one, which only EC2 allows,
 * the id of the Docker container. Undefined when the container logs elsewhere or has no id yet.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html
 */
export function logStreamOf(
  definition: ContainerDefinition,
  container: Container,
  taskId: string,
  region: string,
): LogStream | undefined {
  const { logDriver, options = {} } = definition.logConfiguration ?? {};
  const group = options["awslogs-group"];
  if (logDriver !== "awslogs" || !group) return undefined;
  const prefix = options["awslogs-stream-prefix"];
  const stream = prefix ? `${prefix}/${definition.name}/${taskId}` : container.runtimeId;
  return stream === undefined ? undefined : { region: options["awslogs-region"] ?? region, group, stream };
}
