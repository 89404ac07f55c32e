import type { Connection } from "../../aws/connection.ts";
import type { RunTaskInput, Service, Task, TaskOverride } from "../../aws/types.ts";
import { nameOfArn } from "../../model/arn.ts";
import { shellWords } from "../../model/shellWords.ts";
import type { TreeNode } from "../../tree/node.ts";
import { RevisionNode } from "../../tree/revisionNode.ts";
import { ServiceNode } from "../../tree/serviceNode.ts";
import type { TaskNode } from "../../tree/taskNode.ts";
import type { Command, CommandContext } from "../command.ts";
import { pickPlace } from "../deploying/pickPlace.ts";
import { placeOf, requireService } from "../deploying/place.ts";
import { waitForTask } from "./waitForTask.ts";

/** Runs a task once, where and as a service runs its tasks, with a command of its own if wanted. */
export const runTask: Command = {
  id: "taskwright.runTask",
  title: "Run Task…",
  icon: "run",
  on: ["service", "revision"],
  groups: ["1_run@9"],
  async run(context, node: TreeNode | undefined) {
    const place = node instanceof ServiceNode ? placeOf(node) : await pickPlace(context);
    if (!place) return;
    const { connection, cluster } = place;
    const service = await requireService(place);
    const taskDefinition = node instanceof RevisionNode ? node.arn : (service.taskDefinition ?? "");
    const overrides = await askOverrides(context, connection, taskDefinition);
    if (overrides) await run(context, connection, { cluster, taskDefinition, overrides, ...placementOf(service) });
  },
};

/** Runs a task once more as it was run, overrides included. */
export const runAgain: Command<TaskNode> = {
  id: "taskwright.runAgain",
  title: "Run Task Again…",
  icon: "debug-restart",
  on: ["task"],
  groups: ["2_change@3"],
  palette: "never",
  async run(context, node) {
    if (!node) return;
    const { connection, task } = node;
    const { clusterArn: cluster = "", taskDefinitionArn: taskDefinition = "", overrides } = task;
    const placement = await placementLike(context, connection, task);
    if (placement) await run(context, connection, { cluster, taskDefinition, ...placement, ...(overrides ? { overrides: inputOf(overrides) } : {}) });
  },
};

async function run(context: CommandContext, connection: Connection, input: RunTaskInput): Promise<void> {
  const { cluster = "", taskDefinition = "", overrides, networkConfiguration } = input;
  const commands = (overrides?.containerOverrides ?? []).flatMap(({ name = "", command }) => (command?.length ? [`${name} runs ${command.join(" ")}.`] : []));
  const permit = await connection.writes.ask({
    question: `Run a task of ${nameOfArn(taskDefinition)} in ${nameOfArn(cluster)}`,
    facts: [...commands, `Subnets: ${networkConfiguration?.awsvpcConfiguration?.subnets?.join(", ") ?? "those of the container instance"}.`],
    action: "Run",
    names: [nameOfArn(cluster), nameOfArn(taskDefinition).split(":")[0] ?? ""],
  });
  if (!permit) return;
  const [task] = await permit.runTask(input);
  void context.explorer.refresh();
  if (task) await waitForTask(context, connection, task);
}

type Placement = Pick<RunTaskInput, "capacityProviderStrategy" | "launchType" | "networkConfiguration" | "platformVersion">;

/** How a service runs its tasks. RunTask takes a launch type or a strategy, not both. */
function placementOf({ launchType, capacityProviderStrategy = [], networkConfiguration, platformVersion }: Service): Placement {
  const compute = capacityProviderStrategy.length > 0 ? { capacityProviderStrategy } : launchType === undefined ? {} : { launchType };
  return { ...compute, ...(networkConfiguration ? { networkConfiguration } : {}), ...(platformVersion ? { platformVersion } : {}) };
}

/** A task tells its subnet but not its security groups: those come from its service, or from one to choose. */
async function placementLike(context: CommandContext, connection: Connection, task: Task): Promise<Placement | undefined> {
  const cluster = task.clusterArn ?? "";
  const compute: Placement = task.capacityProviderName ? { capacityProviderStrategy: [{ capacityProvider: task.capacityProviderName }] } : task.launchType ? { launchType: task.launchType } : {};
  if (!task.attachments?.some(({ type }) => type === "ElasticNetworkInterface")) return compute;
  const name = task.group?.startsWith("service:") ? task.group.slice(8) : await pickService(context, connection, cluster);
  if (name === undefined) return undefined;
  const { networkConfiguration } = await requireService({ connection, cluster, service: name });
  return { ...compute, ...(networkConfiguration ? { networkConfiguration } : {}) };
}

async function pickService({ ui }: CommandContext, connection: Connection, cluster: string): Promise<string | undefined> {
  const arns = await connection.ecs.serviceArns(cluster);
  return ui.pick("Subnets and security groups like which service?", arns.map((arn) => ({ label: nameOfArn(arn), value: nameOfArn(arn) })));
}

async function askOverrides({ ui }: CommandContext, connection: Connection, taskDefinition: string): Promise<TaskOverride | undefined> {
  const { containerDefinitions = [] } = await connection.ecs.taskDefinition(taskDefinition);
  const [only, ...others] = containerDefinitions.map(({ name = "" }) => name);
  const container = others.length === 0 ? only : await ui.pick("Change the command of which container?", [only ?? "", ...others].map((name) => ({ label: name, value: name })));
  if (container === undefined) return undefined;
  const line = await ui.input({ title: `Run ${nameOfArn(taskDefinition)}`, prompt: `Command of ${container}; empty: its own`, value: "" });
  if (line === undefined) return undefined;
  const command = shellWords(line);
  return command.length === 0 ? {} : { containerOverrides: [{ name: container, command: [...command] }] };
}

/** DescribeTasks answers with empty members that RunTask would take as overrides. */
function inputOf({ containerOverrides = [], ...task }: TaskOverride): TaskOverride {
  const containers = containerOverrides.filter((override) => Object.entries(override).some(([member, value]) => member !== "name" && value !== undefined));
  const others = Object.entries(task).filter(([, value]) => !Array.isArray(value) && value !== undefined);
  return { ...Object.fromEntries(others), ...(containers.length > 0 ? { containerOverrides: containers } : {}) };
}
