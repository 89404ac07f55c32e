import {
  CreateClusterCommand,
  DeleteClusterCommand,
  ECSClient,
  UpdateContainerInstancesStateCommand,
} from "@aws-sdk/client-ecs";
import { refuse } from "./answers.ts";
import type { Pen } from "./pen.ts";
import { writtenIn } from "../../model/resource.ts";

/** What changes clusters and their machines. */
export interface ClusterWrites {
  createCluster(clusterName: string): Promise<void>;
  deleteCluster(cluster: string): Promise<void>;
  /**
   * Throws with ECS's reason when the machine is not there any more.
   * @param containerInstance ARN
   */
  updateContainerInstanceState(
    cluster: string,
    containerInstance: string,
    status: "ACTIVE" | "DRAINING",
  ): Promise<void>;
}

export function clusterWrites(pen: Pen): ClusterWrites {
  const client = pen.clients.of(ECSClient, "ECS");
  return {
    async createCluster(clusterName) {
      await pen.write({
        operation: "CreateCluster",
        on: [writtenIn("cluster", clusterName, clusterName)],
        send: (admit) => client.send(admit(new CreateClusterCommand({ clusterName }))),
      });
    },

    async deleteCluster(cluster) {
      await pen.write({
        operation: "DeleteCluster",
        on: [writtenIn("cluster", cluster, cluster)],
        isDestructive: true,
        send: (admit) => client.send(admit(new DeleteClusterCommand({ cluster }))),
      });
    },

    async updateContainerInstanceState(cluster, containerInstance, status) {
      const input = { cluster, containerInstances: [containerInstance], status };
      const { failures } = await pen.write({
        operation: "UpdateContainerInstancesState",
        on: [writtenIn("container instance", cluster, containerInstance)],
        send: (admit) => client.send(admit(new UpdateContainerInstancesStateCommand(input))),
      });
      refuse(failures);
    },
  };
}
