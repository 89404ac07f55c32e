import type { KeyValuePair } from "@aws-sdk/client-ecs";
import type { Wire } from "../../protocol/wire.ts";
import { count } from "../services/taskCounts.ts";
import type { Cluster } from "../../state/types.ts";

/**
 * The counts of a cluster by launch type:
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Cluster.html
 */
export function clusterStatistics(cluster: Cluster): Wire<KeyValuePair>[] {
  const of = (launchType: string) => {
    const tasks = [...cluster.tasks.values()].filter(
      ({ launch }) => launch.compute.record.launchType === launchType,
    );
    const services = [...cluster.services.values()].filter(
      ({ settings }) => settings.launchType === launchType,
    );
    return {
      ...count(tasks),
      services: (status: string): number => services.filter((service) => service.status === status).length,
    };
  };
  const [ec2, fargate] = [of("EC2"), of("FARGATE")];
  return Object.entries({
    runningEC2TasksCount: ec2.runningCount,
    runningFargateTasksCount: fargate.runningCount,
    pendingEC2TasksCount: ec2.pendingCount,
    pendingFargateTasksCount: fargate.pendingCount,
    activeEC2ServiceCount: ec2.services("ACTIVE"),
    activeFargateServiceCount: fargate.services("ACTIVE"),
    drainingEC2ServiceCount: ec2.services("DRAINING"),
    drainingFargateServiceCount: fargate.services("DRAINING"),
  }).map(([name, value]) => ({ name, value: String(value) }));
}
