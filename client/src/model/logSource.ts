import type { Container, ContainerDefinition, Task } from "../aws/types.ts";
import { nameOfArn } from "./arn.ts";
import { logStreamOf, type LogStream } from "./logStream.ts";

/**
 * What other log drivers do with a log:
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html
 */
const elsewhere: Readonly<Record<string, string>> = {
  awsfirelens: "FireLens routes it: look at the configuration of the task's log router.",
  fluentd: "The fluentd driver sends it to the collector at the option fluentd-address.",
  gelf: "The gelf driver sends it to the endpoint at the option gelf-address.",
  journald: "The journald driver writes it to the journal of the container instance.",
  "json-file":
    "The json-file driver writes it to a file on the container instance; there, docker logs shows it.",
  splunk: "The splunk driver sends it to Splunk, at the option splunk-url.",
  syslog: "The syslog driver sends it to the syslog of the container instance.",
};

/**
 * Where the log of a task's container is: a place in CloudWatch, or words that say where else, or why there
 * is none.
 */
export function logSource(
  definition: ContainerDefinition,
  task: Task,
  container: Container,
): LogStream | string {
  const { name = "", logConfiguration } = definition;
  const place = logStreamOf(
    definition,
    container,
    nameOfArn(task.taskArn ?? ""),
    task.taskArn?.split(":")[3] ?? "",
  );
  if (place) return place;
  if (!logConfiguration)
    return `Container ${name} has no log configuration, so its output is kept nowhere that ECS knows.`;
  const { logDriver = "", options = {} } = logConfiguration;
  if (logDriver !== "awslogs")
    return `The log of ${name} is not in CloudWatch. ${elsewhere[logDriver] ?? `Its log driver is ${logDriver}.`}`;
  if (!options["awslogs-group"]) return `The log configuration of ${name} names no group.`;
  return `Container ${name} has not started yet, so it has no log stream.`;
}
