import type { Deployment as AwsDeployment, Service as AwsService } from "@aws-sdk/client-ecs";
import type { Deployment, Service } from "../../state/service.ts";
import type { Task } from "../../state/task.ts";
import type { Wire } from "../../wire.ts";
import { without } from "../../without.ts";

/** How many of the tasks are running, and how many are on their way there. */
export function count(tasks: Iterable<Task>): { runningCount: number; pendingCount: number } {
  let [runningCount, pendingCount] = [0, 0];
  for (const { record } of tasks) {
    if (record.desiredStatus === "STOPPED") continue;
    if (record.lastStatus === "RUNNING") runningCount++;
    else pendingCount++;
  }
  return { runningCount, pendingCount };
}

/** A service as DescribeServices answers it. */
export function serviceRecord(service: Service): Wire<AwsService> {
  const { deployments } = service;
  const settings = without(service.settings, "role", "serviceConnectConfiguration", "volumeConfigurations", "vpcLatticeConfigurations");
  return {
    ...(settings.capacityProviderStrategy?.length ? without(settings, "launchType") : { launchType: "EC2", ...settings }),
    serviceArn: service.arn,
    serviceName: service.name,
    clusterArn: service.cluster.arn,
    status: service.status,
    desiredCount: service.desiredCount,
    ...count(service.tasks),
    platformFamily: "Linux",
    taskDefinition: deployments[0]?.record.taskDefinition,
    deployments: deployments.map((deployment) => deploymentRecord(service, deployment)),
    events: service.events,
    createdAt: service.createdAt,
    currentServiceDeployment: service.serviceDeployments[0]?.record.serviceDeploymentArn,
    currentServiceRevisions: deployments.map(({ revision }) => ({ arn: revision.record.serviceRevisionArn })),
    tags: service.tags,
  };
}

function deploymentRecord(service: Service, { record }: Deployment): Wire<AwsDeployment> {
  const tasks = [...service.tasks].filter((task) => task.deployment === record.id);
  return { ...record, desiredCount: record.status === "PRIMARY" ? service.desiredCount : 0, ...count(tasks) };
}
