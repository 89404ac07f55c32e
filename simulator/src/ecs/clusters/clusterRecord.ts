import type { Cluster as AwsCluster } from "@aws-sdk/client-ecs";
import type { Wire } from "../../protocol/wire.ts";
import type { Cluster } from "../../state/types.ts";

/** A cluster with its present counts, as DescribeClusters answers it. */
export function clusterRecord(cluster: Cluster): Wire<AwsCluster> {
  const tasks = [...cluster.tasks.values()].map((task) => task.state.lastStatus);
  return {
    ...cluster.record,
    activeServicesCount: [...cluster.services.values()].filter(({ status }) => status === "ACTIVE").length,
    runningTasksCount: tasks.filter((status) => status === "RUNNING").length,
    pendingTasksCount: tasks.filter(
      (status) => status === "PENDING" || status === "PROVISIONING" || status === "ACTIVATING",
    ).length,
    registeredContainerInstancesCount: cluster.instances.size,
  };
}
