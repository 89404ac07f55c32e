import type { Container, ContainerDefinition, Task, TaskDefinition } from "../../aws/types.ts";

/** One precondition of ECS Exec. */
export interface Check {
  readonly state: "met" | "missing" | "unknown";
  readonly words: string;
}

export interface CheckedContainer {
  readonly task: Task;
  readonly container: Container;
  readonly definition: TaskDefinition;
  readonly plugin: string | undefined;
}

/** What a shell in a container needs, and what of it is there: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html */
export function execChecklist({ task, container, definition, plugin }: CheckedContainer): readonly Check[] {
  const defined = definition.containerDefinitions?.find(({ name }) => name === container.name);
  return [
    plugin === undefined ? missing("The Session Manager plugin is not installed on this machine.") : met(`The Session Manager plugin is installed: ${plugin}.`),
    container.lastStatus === "RUNNING" ? met("The container is running.") : missing(`The container is ${(container.lastStatus ?? "not there").toLowerCase()}: only a running one has a shell.`),
    task.enableExecuteCommand ? met("The task was started with ECS Exec on.") : missing("The task was started with ECS Exec off. Turn it on for the service, then replace the task."),
    agent(container),
    role(definition),
    root(defined),
    { state: "unknown", words: "In a subnet without a way to the internet, the VPC needs an endpoint of ssmmessages." },
  ];
}

function agent({ managedAgents = [] }: Container): Check {
  const found = managedAgents.find(({ name }) => name === "ExecuteCommandAgent");
  if (!found) return missing("The container has no ExecuteCommand agent. It comes only when ECS Exec was on as the task started.");
  if (found.lastStatus === "RUNNING") return met("The ExecuteCommand agent is running.");
  return missing(`The ExecuteCommand agent is ${(found.lastStatus ?? "unknown").toLowerCase()}.${found.reason ? ` ${found.reason}` : ""}`);
}

const permissions = "ssmmessages:CreateControlChannel, CreateDataChannel, OpenControlChannel and OpenDataChannel";

function role({ taskRoleArn }: TaskDefinition): Check {
  if (!taskRoleArn) return missing(`The task definition has no taskRoleArn. The agent needs a role that allows ${permissions}.`);
  return { state: "unknown", words: `The task role ${taskRoleArn} must allow ${permissions}.` };
}

function root(defined: ContainerDefinition | undefined): Check {
  return defined?.readonlyRootFilesystem ? missing("The root file system is read-only, but the agent must write to it.") : met("The root file system can be written to.");
}

const met = (words: string): Check => ({ state: "met", words });
const missing = (words: string): Check => ({ state: "missing", words });

const signs = { met: "✔ met", missing: "✘ missing", unknown: "? check yourself" } as const;

/** The checklist as a page, what is missing first. */
export function checklistPage(title: string, problem: string, checks: readonly Check[]): string {
  const order = ["missing", "unknown", "met"];
  const rows = checks.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state)).map(({ state, words }) => `| ${signs[state]} | ${words} |`);
  return [`# ${title}`, "", problem, "", "| | |", "| --- | --- |", ...rows, "", "[ECS Exec in the AWS documentation](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html)", ""].join("\n");
}
