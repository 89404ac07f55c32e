import { nameOfArn } from "../../model/arn.ts";
import { counted } from "../../model/words.ts";
import type { ContainerInstanceNode } from "../../tree/containerInstanceNode.ts";
import { chosenNodes } from "../choosing/chosenNodes.ts";
import type { Command, CommandContext } from "../command.ts";

/** Lets services move their tasks away from machines, before these are replaced. */
export const drainInstances: Command<ContainerInstanceNode> = {
  id: "taskwright.drainInstances",
  title: "Drain Container Instance…",
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
  on: ["container-instance"],
  needs: "draining",
  groups: ["2_change@2"],
  palette: "never",
  run: (context, node, selected) =>
    setStatus(context, chosenNodes(node, selected).filter(isIn("DRAINING")), "ACTIVE"),
};

const isIn = (status: "ACTIVE" | "DRAINING") => (node: ContainerInstanceNode) =>
  node.kind === "container-instance" && node.instance.status === status;

async function setStatus(
  { explorer }: CommandContext,
  nodes: readonly ContainerInstanceNode[],
  status: "ACTIVE" | "DRAINING",
): Promise<void> {
  const [first] = nodes;
  if (!first) return;
  const drains = status === "DRAINING";
  const what =
    nodes.length === 1 ? `container instance ${first.name}` : counted(nodes.length, "container instance");
  const tasks = nodes.reduce((sum, { instance }) => sum + (instance.runningTasksCount ?? 0), 0);
  const permit = await first.connection.writes.ask({
    question: `${drains ? "Drain" : "Stop draining"} ${what} in ${nameOfArn(first.cluster)}`,
    facts: drains ? drainingFacts(tasks) : ["New tasks may be placed there again."],
    action: drains ? "Drain" : "Stop Draining",
    names: [nameOfArn(first.cluster), ...nodes.map(({ name }) => name)],
  });
  if (!permit) return;
  for (const { cluster, arn } of nodes) await permit.updateContainerInstanceState(cluster, arn, status);
  void explorer.refresh();
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-instance-draining.html */
function drainingFacts(tasks: number): readonly string[] {
  if (tasks === 0) return ["No task runs there, and no new one is placed there."];
  return [
    `Services replace their share of the ${counted(tasks, "running task")} on other machines, within their minimum and maximum healthy percent.`,
    "Tasks without a service keep running.",
  ];
}
