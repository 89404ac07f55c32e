import { instanceResource, type Resource } from "../../model/resource.ts";
import { nameOfArn } from "../../model/arn.ts";
import { counted } from "../../model/words.ts";
import type { ContainerInstanceNode } from "../../tree/containerInstanceNode.ts";
import { chosenNodes } from "../choosing/chosenNodes.ts";
import type { Command, CommandContext } from "../command.ts";
import { groupsOf, requireAllWritable, writeGroups, type Group } from "../writing/groups.ts";
import { writeEach } from "../writing/writeEach.ts";

type Status = "ACTIVE" | "DRAINING";

/** Lets services move their tasks away from machines, before these are replaced. */
export const drainInstances: Command<ContainerInstanceNode> = {
  id: "taskwright.drainInstances",
  title: "Drain Container Instance…",
  needsTrust: true,
  on: ["container-instance"],
  needs: "active",
  groups: ["2_change@1"],
  palette: "never",
  run: (context, node, selected) =>
    setStatus(context, chosenNodes(node, selected).filter(isIn("ACTIVE")), "DRAINING"),
};

/** Takes machines that drain back into use. */
export const activateInstances: Command<ContainerInstanceNode> = {
  id: "taskwright.activateInstances",
  title: "Stop Draining Container Instance…",
  needsTrust: true,
  on: ["container-instance"],
  needs: "draining",
  groups: ["2_change@2"],
  palette: "never",
  run: (context, node, selected) =>
    setStatus(context, chosenNodes(node, selected).filter(isIn("DRAINING")), "ACTIVE"),
};

const isIn = (status: Status) => (node: ContainerInstanceNode) =>
  node.kind === "container-instance" && node.instance.status === status;

async function setStatus(
  { ui, explorer }: CommandContext,
  nodes: readonly ContainerInstanceNode[],
  status: Status,
): Promise<void> {
  const words = wordsOf[status];
  const groups = groupsOf(nodes, ({ cluster }) => cluster);
  await requireAllWritable(groups, resourcesOf);
  await writeGroups(groups, {
    ui,
    plan: (group) => ({
      question: `${words.verb} ${what(group)} in ${nameOfArn(group.cluster)}`,
      facts: [...listed(group), ...(status === "DRAINING" ? drainingFacts(group) : activeFacts)],
      action: words.action,
      resources: resourcesOf(group),
    }),
    async write(permit, group) {
      const isDone = await writeEach(
        ui,
        {
          title: `${words.doing} ${what(group)} in ${nameOfArn(group.cluster)}`,
          noun: "container instance",
          done: words.done,
        },
        group.nodes.map(({ arn, name }) => ({
          names: [name],
          write: () => permit.updateContainerInstanceState(group.cluster, arn, status),
        })),
      );
      void explorer.refresh();
      return isDone;
    },
  });
}

const wordsOf = {
  DRAINING: { verb: "Drain", action: "Drain", doing: "Draining", done: "set to drain" },
  ACTIVE: {
    verb: "Stop draining",
    action: "Stop Draining",
    doing: "Taking back",
    done: "taken back into use",
  },
} as const;

const resourcesOf = ({ cluster, nodes }: Group<ContainerInstanceNode>): readonly Resource[] =>
  nodes.map(({ arn, name }) => instanceResource(cluster, arn, name));

const what = ({ nodes }: Group<ContainerInstanceNode>): string =>
  nodes.length === 1
    ? `container instance ${nodes[0]?.name ?? ""}`
    : counted(nodes.length, "container instance");

const listed = ({ nodes }: Group<ContainerInstanceNode>): readonly string[] =>
  nodes.length === 1 ? [] : [`Container instances: ${nodes.map(({ name }) => name).join(", ")}.`];

const activeFacts = ["New tasks may be placed there again."];

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-instance-draining.html */
function drainingFacts({ nodes }: Group<ContainerInstanceNode>): readonly string[] {
  const tasks = nodes.reduce((sum, { instance }) => sum + (instance.runningTasksCount ?? 0), 0);
  if (tasks === 0) return ["No task runs there, and no new one is placed there."];
  return [
    `Services replace their share of the ${counted(tasks, "running task")} on other machines, within their minimum and maximum healthy percent.`,
    "Tasks without a service keep running.",
  ];
}
