import type { Connection } from "../../aws/connection.ts";
import type { RunTaskInput, TaskOverride } from "../../aws/types.ts";
import { newTaskResource } from "../../model/resource.ts";
import { nameOfArn } from "../../model/arn.ts";
import { maskedCommand } from "../../model/masked.ts";
import { counted } from "../../model/words.ts";
import type { TreeNode } from "../../tree/node.ts";
import { RevisionNode } from "../../tree/revisionNode.ts";
import { ServiceNode } from "../../tree/serviceNode.ts";
import type { TaskNode } from "../../tree/taskNode.ts";
import type { Command, CommandContext } from "../command.ts";
import { pickCluster, pickServiceRef } from "../choosing/pickService.ts";
import { serviceRefOf, requireService } from "../choosing/serviceRef.ts";
import { askOverrides } from "./askOverrides.ts";
import { placementFor, placementLike, placementOf, type Placement } from "./placement.ts";
import { waitForTasks } from "./waitForTask.ts";

/** Runs a task once: as a service runs its tasks, or of any revision in a network to choose. */
export const runTask: Command = {
  id: "taskwright.runTask",
  title: "Run Task…",
  needsTrust: true,
  icon: "run",
  on: ["service", "revision"],
  groups: ["1_run@9"],
  async run(context, node: TreeNode | undefined) {
    const chosen =
      node instanceof RevisionNode ? await ofRevision(context, node) : await ofService(context, node);
    if (!chosen) return;
    const { connection, cluster, taskDefinition, placement } = chosen;
    const { containerDefinitions = [] } = await connection.ecs.taskDefinition(taskDefinition);
    const options = await askOverrides(
      context.ui,
      `Run ${nameOfArn(taskDefinition)} in ${nameOfArn(cluster)}`,
      containerDefinitions.map(({ name = "" }) => name),
    );
    if (options) await run(context, connection, { cluster, taskDefinition, ...placement, ...options });
  },
};

interface Runnable {
  readonly connection: Connection;
  readonly cluster: string;
  readonly taskDefinition: string;
  readonly placement: Placement;
}

async function ofService(context: CommandContext, node: TreeNode | undefined): Promise<Runnable | undefined> {
  const ref = node instanceof ServiceNode ? serviceRefOf(node) : await pickServiceRef(context, "Run a task");
  if (!ref) return undefined;
  const service = await requireService(ref);
  return { ...ref, taskDefinition: service.taskDefinition ?? "", placement: placementOf(service) };
}

async function ofRevision(
  context: CommandContext,
  { connection, arn, name }: RevisionNode,
): Promise<Runnable | undefined> {
  const cluster = await pickCluster(context, connection, `Run ${name} in which cluster?`);
  const placement =
    cluster === undefined
      ? undefined
      : await placementFor(context, connection, cluster, await connection.ecs.taskDefinition(arn));
  return cluster !== undefined && placement
    ? { connection, cluster, taskDefinition: arn, placement }
    : undefined;
}

/** Runs a task once more as it was run, overrides included. */
export const runAgain: Command<TaskNode> = {
  id: "taskwright.runAgain",
  title: "Run Task Again…",
  needsTrust: true,
  icon: "debug-restart",
  on: ["task"],
  groups: ["2_change@3"],
  palette: "never",
  async run(context, node) {
    if (!node) return;
    const { connection, task } = node;
    const { clusterArn: cluster = "", taskDefinitionArn: taskDefinition = "", overrides } = task;
    const placement = await placementLike(context, connection, task);
    if (placement)
      await run(context, connection, {
        cluster,
        taskDefinition,
        ...placement,
        ...(overrides ? { overrides: inputOf(overrides) } : {}),
      });
  },
};

async function run(context: CommandContext, connection: Connection, input: RunTaskInput): Promise<void> {
  const { cluster = "", taskDefinition = "", overrides = {}, networkConfiguration, count = 1 } = input;
  const permit = await connection.writes.ask({
    question: `Run ${count === 1 ? "a task" : counted(count, "task")} of ${nameOfArn(taskDefinition)} in ${nameOfArn(cluster)}`,
    facts: [
      ...overrideFacts(overrides),
      `Subnets: ${networkConfiguration?.awsvpcConfiguration?.subnets?.join(", ") ?? "those of the container instance"}.`,
    ],
    action: "Run",
    resources: [newTaskResource(cluster, taskDefinition)],
  });
  if (!permit) return;
  const tasks = await permit.runTask(input);
  void context.explorer.refresh();
  await waitForTasks(context, connection, tasks);
}

/** Values of variables may be secrets, so only names are told, and commands without theirs. */
function overrideFacts({ containerOverrides = [], cpu, memory }: TaskOverride): readonly string[] {
  const facts = containerOverrides.flatMap(({ name = "", command = [], environment = [] }) => [
    ...(command.length > 0 ? [`${name} runs ${maskedCommand(command)}.`] : []),
    ...(environment.length > 0
      ? [`${name} gets ${environment.map((variable) => variable.name).join(", ")}.`]
      : []),
  ]);
  return [...facts, ...(cpu === undefined ? [] : [`It has ${cpu} CPU units and ${memory} MiB.`])];
}

/** DescribeTasks answers with empty members that RunTask would take as overrides. */
function inputOf({ containerOverrides = [], ...task }: TaskOverride): TaskOverride {
  const containers = containerOverrides.filter((override) =>
    Object.entries(override).some(([member, value]) => member !== "name" && value !== undefined),
  );
  const others = Object.entries(task).filter(([, value]) => !Array.isArray(value) && value !== undefined);
  return {
    ...Object.fromEntries(others),
    ...(containers.length > 0 ? { containerOverrides: containers } : {}),
  };
}
