import { shortTask, taskResource, type Resource } from "../../model/resource.ts";
import { nameOfArn } from "../../model/arn.ts";
import { counted } from "../../model/words.ts";
import type { TaskNode } from "../../tree/taskNode.ts";
import { chosenNodes } from "../choosing/chosenNodes.ts";
import type { Command } from "../command.ts";
import { groupsOf, requireAllWritable, writeGroups, type Group } from "../writing/groups.ts";
import { writeEach } from "../writing/writeEach.ts";

/** Stops tasks with a reason, which ECS shows as `stoppedReason`. */
export const stopTask: Command<TaskNode> = {
  id: "taskwright.stopTask",
  title: "Stop Task…",
  needsTrust: true,
  icon: "debug-stop",
  on: ["task"],
  needs: "live",
  groups: ["2_change@1"],
  palette: "never",
  async run({ ui, explorer }, node, selected) {
    const nodes = chosenNodes(node, selected).filter(isLive);
    const groups = groupsOf(nodes, ({ task }) => task.clusterArn ?? "");
    if (groups.length === 0) return;
    await requireAllWritable(groups, resourcesOf);
    const reason = await ui.input({
      title: `Stop ${groups.map(what).join(" and ")}`,
      prompt: "Reason, which ECS keeps with the task",
      value: "Stopped from VS Code",
    });
    if (reason === undefined) return;
    await writeGroups(groups, {
      ui,
      plan: (group) => ({
        question: `Stop ${what(group)} in ${nameOfArn(group.cluster)}`,
        facts: [...listed(group), ...groupFacts(group), `Reason: ${reason}`],
        action: "Stop",
        resources: resourcesOf(group),
      }),
      async write(permit, group) {
        const words = {
          title: `Stopping ${what(group)} in ${nameOfArn(group.cluster)}`,
          noun: "task",
          done: "stopped",
        };
        const isDone = await writeEach(
          ui,
          words,
          group.nodes.map(({ arn, name }) => ({
            names: [shortTask(name)],
            write: () => permit.stopTask(group.cluster, arn, reason),
          })),
        );
        void explorer.refresh();
        return isDone;
      },
    });
  },
};

/** Rows of other kinds, and of tasks that have stopped, may be selected beside. */
const isLive = (node: TaskNode): boolean => node.kind === "task" && node.task.lastStatus !== "STOPPED";

const resourcesOf = ({ nodes }: Group<TaskNode>): readonly Resource[] =>
  nodes.map(({ task }) => taskResource(task));

const what = ({ nodes }: Group<TaskNode>): string =>
  nodes.length === 1 ? `task ${shortTask(nodes[0]?.name ?? "")}` : counted(nodes.length, "task");

const listed = ({ nodes }: Group<TaskNode>): readonly string[] =>
  nodes.length === 1 ? [] : [`Tasks: ${nodes.map(({ name }) => shortTask(name)).join(", ")}.`];

/** Which of the tasks come back. */
function groupFacts({ nodes }: Group<TaskNode>): readonly string[] {
  const groups = nodes.map(({ task: { group = "" } }) => group);
  const services = [...new Set(groups.flatMap((group) => /^service:(.+)$/.exec(group)?.[1] ?? []))];
  const facts = services.map((service) => `The service ${service} starts new tasks in their place.`);
  const alone = groups.filter((group) => !group.startsWith("service:")).length;
  if (alone === 0) return facts;
  if (services.length === 0) return ["No service starts it again."];
  return [
    ...facts,
    `${counted(alone, "task")} of no service ${alone === 1 ? "is" : "are"} not started again.`,
  ];
}
