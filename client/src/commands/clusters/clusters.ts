import { counted } from "../../model/words.ts";
import type { ClusterNode } from "../../tree/clusterNode.ts";
import type { ClustersNode } from "../../tree/clustersNode.ts";
import type { Command } from "../command.ts";
import { clusterResource } from "../../model/resource.ts";
import { currentConnection } from "../choosing/currentConnection.ts";

/**
 * What ECS allows in the name of a cluster:
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCluster.html
 */
const clusterName = /^[\w-]{1,255}$/;

export const createCluster: Command<ClustersNode> = {
  id: "taskwright.createCluster",
  title: "Create Cluster…",
  needsTrust: true,
  on: ["clusters"],
  groups: ["1_create@1"],
  async run(context, node) {
    const connection = node?.connection ?? (await currentConnection(context));
    if (!connection) return;
    const validate = (text: string): string | undefined =>
      clusterName.test(text) ? undefined : "Letters, digits, - and _, at most 255.";
    const name = await context.ui.input({ title: "Create a cluster", prompt: "Name", validate });
    if (name === undefined) return;
    const permit = await connection.writes.ask({
      question: `Create the cluster ${name}`,
      facts: ["An empty cluster costs nothing."],
      action: "Create",
      resources: [clusterResource(name)],
    });
    if (!permit) return;
    await permit.createCluster(name);
    void context.explorer.refresh();
  },
};

export const deleteCluster: Command<ClusterNode> = {
  id: "taskwright.deleteCluster",
  title: "Delete Cluster…",
  needsTrust: true,
  on: ["cluster"],
  groups: ["8_delete@1"],
  palette: "never",
  async run({ ui, explorer }, node) {
    if (!node) return;
    const [cluster] = await node.connection.ecs.describeClusters([node.arn]);
    const {
      activeServicesCount = 0,
      runningTasksCount = 0,
      pendingTasksCount = 0,
      registeredContainerInstancesCount = 0,
    } = cluster ?? {};
    const holds = [
      activeServicesCount > 0 && counted(activeServicesCount, "service"),
      runningTasksCount + pendingTasksCount > 0 && counted(runningTasksCount + pendingTasksCount, "task"),
      registeredContainerInstancesCount > 0 &&
        counted(registeredContainerInstancesCount, "container instance"),
    ].filter(Boolean);
    if (holds.length > 0) {
      await ui.warn(`${node.name} is not empty: ${holds.join(", ")}. Delete these first.`);
      return;
    }
    const permit = await node.connection.writes.ask({
      question: `Delete the cluster ${node.name}`,
      facts: ["It is empty."],
      action: "Delete",
      resources: [clusterResource(node.arn)],
      isDestructive: true,
    });
    if (!permit) return;
    await permit.deleteCluster(node.arn);
    void explorer.refresh();
  },
};
