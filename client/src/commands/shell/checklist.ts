import { joinMarkdown, type Markdown, md, table } from "../../../../shared/src/markdown.ts";
import type { Container, ContainerDefinition, Task, TaskDefinition } from "../../aws/types.ts";
import type { Check } from "./check.ts";
import { wayToSessionManager, type Surroundings } from "./wayToSessionManager.ts";

export interface CheckedContainer {
  /** Undefined when ECS no longer knows it. */
  readonly task: Task | undefined;
  readonly container: Container;
  readonly definition: TaskDefinition;
  readonly plugin: string | undefined;
  /** What the task role does not allow of {@link agentActions}; undefined when that could not be asked. */
  readonly notAllowed: readonly string[] | undefined;
  /** Undefined when the task has no network of its own, or it could not be asked for. */
  readonly surroundings: Surroundings | undefined;
}

/**
 * What the agent in the container must be allowed:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
export const agentActions: readonly string[] = [
  "CreateControlChannel",
  "CreateDataChannel",
  "OpenControlChannel",
  "OpenDataChannel",
].map((action) => `ssmmessages:${action}`);

/**
 * What a shell in a container needs, and what of it is there:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
 */
export function execChecklist({
  task,
  container,
  definition,
  plugin,
  notAllowed,
  surroundings,
}: CheckedContainer): readonly Check[] {
  const defined = definition.containerDefinitions?.find(({ name }) => name === container.name);
  return [
    plugin === undefined
      ? missing("The Session Manager plugin is not installed on this machine.")
      : met(`The Session Manager plugin is installed: ${plugin}.`),
    running(task, container),
    task?.enableExecuteCommand
      ? met("The task was started with ECS Exec on.")
      : missing("The task was started with ECS Exec off. Turn it on for the service, then replace the task."),
    agent(container),
    role(definition, notAllowed),
    root(defined),
    ...platform(task),
    wayToSessionManager(surroundings),
  ];
}

function running(task: Task | undefined, { lastStatus = "not there" }: Container): Check {
  if (!task) return missing("The task is gone: it stopped more than an hour ago.");
  if (task.lastStatus === "STOPPED")
    return missing(["The task has stopped.", task.stoppedReason].filter(Boolean).join(" "));
  return lastStatus === "RUNNING"
    ? met("The container is running.")
    : missing(`The container is ${lastStatus.toLowerCase()}: only a running one has a shell.`);
}

function agent({ managedAgents = [] }: Container): Check {
  const found = managedAgents.find(({ name }) => name === "ExecuteCommandAgent");
  if (!found)
    return missing(
      "The container has no ExecuteCommand agent. It comes only when ECS Exec was on as the task started.",
    );
  if (found.lastStatus === "RUNNING") return met("The ExecuteCommand agent is running.");
  return missing(
    `The ExecuteCommand agent is ${(found.lastStatus ?? "unknown").toLowerCase()}.${found.reason ? ` ${found.reason}` : ""}`,
  );
}

function role({ taskRoleArn }: TaskDefinition, notAllowed: readonly string[] | undefined): Check {
  if (!taskRoleArn)
    return missing(
      `The task definition has no taskRoleArn. The agent needs a role that allows ${agentActions.join(", ")}.`,
    );
  if (notAllowed === undefined)
    return {
      state: "unknown",
      words: `The task role ${taskRoleArn} must allow ${agentActions.join(", ")}. IAM did not say whether it does.`,
    };
  return notAllowed.length === 0
    ? met(`The task role ${taskRoleArn} allows what the agent needs.`)
    : missing(`The task role ${taskRoleArn} does not allow ${notAllowed.join(", ")}.`);
}

function root(defined: ContainerDefinition | undefined): Check {
  return defined?.readonlyRootFilesystem
    ? missing("The root file system is read-only, but the agent must write to it.")
    : met("The root file system can be written to.");
}

/** Fargate has ECS Exec since platform version 1.4.0, on Windows since 1.0.0. */
function platform(task: Task | undefined): readonly Check[] {
  const { platformVersion, platformFamily = "" } = task ?? {};
  if (platformVersion === undefined || platformFamily.startsWith("Windows")) return [];
  const [major = 0, minor = 0] = platformVersion.split(".").map(Number);
  const isRecent = major > 1 || (major === 1 && minor >= 4);
  return [
    isRecent
      ? met(`The platform version ${platformVersion} has ECS Exec.`)
      : missing(`The platform version ${platformVersion} has no ECS Exec: it came with 1.4.0.`),
  ];
}

const met = (words: string): Check => ({ state: "met", words });
const missing = (words: string): Check => ({ state: "missing", words });

const signs = { met: "✔ met", missing: "✘ missing", unknown: "? check yourself" } as const;

/** The checklist as a page, what is missing first. */
export function checklistPage(title: string, problem: string, checks: readonly Check[]): Markdown {
  const order = ["missing", "unknown", "met"];
  const rows = checks
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
    .map(({ state, words }) => [md`${signs[state]}`, md`${words}`]);
  const parts = [
    md`# ${title}`,
    md`${problem}`,
    table([md``, md``], rows),
    md`[ECS Exec in the AWS documentation](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html)`,
  ];
  return md`${joinMarkdown(parts, "\n\n")}\n`;
}
