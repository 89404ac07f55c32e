import {
  CreateClusterCommand,
  DeleteClusterCommand,
  DescribeClustersCommand,
  ECSClient,
  UpdateContainerInstancesStateCommand,
} from "@aws-sdk/client-ecs";
import { refuse } from "./answers.ts";
import { sentOnce, untilDone } from "./once.ts";
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
  const { clients, calls } = pen;
  const client = clients.of(ECSClient, "ECS");
  const patient = clients.of(ECSClient, "ECS", sentOnce(calls));
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
        send: (admit) =>
          untilDone(calls, {
            send: () => patient.send(admit(new DeleteClusterCommand({ cluster }))),
            isDone: async () => (await statusOf(pen, cluster)) !== "ACTIVE",
          }),
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

/** Undefined when ECS does not know it. */
async function statusOf({ clients, calls }: Pen, cluster: string): Promise<string | undefined> {
  const client = clients.of(ECSClient, "ECS");
  const question = { clusters: [cluster] };
  const answer = await calls.read("DescribeClusters", question, (abortSignal) =>
    client.send(new DescribeClustersCommand(question), { abortSignal }),
  );
  return answer.clusters?.[0]?.status;
}
