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

/** Options of log drivers and outputs that hold credentials, in small letters. */
export const secretLogOptions: ReadonlySet<string> = new Set([
  "access_token",
  "api-key",
  "api_key",
  "apikey",
  "auth_token",
  "aws_secret_access_key",
  "bearer_token",
  "client_secret",
  "http_passwd",
  "http_password",
  "http_user",
  "insert_key",
  "license_key",
  "licensekey",
  "passwd",
  "password",
  "private_key",
  "secret_access_key",
  "secret_key",
  "shared_key",
  "splunk-token",
  "splunk_token",
  "token",
]);
