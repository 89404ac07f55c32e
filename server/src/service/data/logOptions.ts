/**
 * Options of the awslogs driver that ECS takes.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html
 */
export const awslogsOptions = [
  "awslogs-create-group",
  "awslogs-datetime-format",
  "awslogs-group",
  "awslogs-multiline-pattern",
  "awslogs-region",
  "awslogs-stream-prefix",
] as const;

/**
 * Options that Docker's awslogs driver knows and that the documentation of ECS does not list.
 * https://docs.docker.com/engine/logging/drivers/awslogs/
 */
export const undocumentedAwslogsOptions: ReadonlySet<string> = new Set([
  "awslogs-credentials-endpoint",
  "awslogs-endpoint",
  "awslogs-format",
  "awslogs-stream",
]);

/** Options of every log driver. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html */
export const commonLogOptions = ["mode", "max-buffer-size"] as const;

/** What `mode` can be; ECS takes non-blocking where it is absent. */
export const logModes = ["blocking", "non-blocking"] as const;
