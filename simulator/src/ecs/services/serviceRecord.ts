import type { Deployment as AwsDeployment, Service as AwsService } from "@aws-sdk/client-ecs";
import { desiredCount } from "../../engine/scheduler.ts";
import type { Wire } from "../../protocol/wire.ts";
import { without } from "../../without.ts";
import { taskSetRecord } from "../taskSets/taskSetRecord.ts";
import { count } from "./taskCounts.ts";
import type { Account, Deployment, Service } from "../../state/types.ts";

/** A service as DescribeServices answers it. */
export function serviceRecord(account: Account, service: Service): Wire<AwsService> {
  const { deployments } = service;
  const settings = without(
    service.settings,
    "role",
    "serviceConnectConfiguration",
    "volumeConfigurations",
    "vpcLatticeConfigurations",
    "gatewayConnectors",
    "monitoring",
  );
  return {
    ...settings,
    serviceArn: service.arn,
    serviceName: service.name,
    clusterArn: service.cluster.arn,
    status: service.status,
    desiredCount: desiredCount(service),
    ...count(service.tasks),
    ...(settings.platformVersion !== undefined && { platformFamily: "Linux" }),
    taskDefinition: deployments[0]?.record.taskDefinition,
    ...primaryTaskSet(service),
    ...(service.taskSets.length > 0 && {
      taskSets: service.taskSets.map((taskSet) => taskSetRecord(account, service, taskSet)),
    }),
    deployments: deployments.map((deployment) => deploymentRecord(service, deployment)),
    events: service.events,
    createdAt: service.createdAt,
    createdBy: service.createdBy,
    roleArn: service.roleArn,
    ...currentServiceDeployment(service),
    currentServiceRevisions: deployments.map((deployment) => {
      const {
        desiredCount: requestedTaskCount,
        runningCount,
        pendingCount,
      } = deploymentRecord(service, deployment);
      return {
        arn: deployment.revision.record.serviceRevisionArn,
        requestedTaskCount,
        runningTaskCount: runningCount,
        pendingTaskCount: pendingCount,
      };
    }),
    ...(service.tags.length > 0 && { tags: service.tags }),
    resourceManagementType: "CUSTOMER",
  };
}

/** The scheduler has not looked at a deployment yet that has just been asked for. */
const isAsked = ({ serviceDeployments: [latest] }: Service, deployment: Deployment): boolean =>
  latest?.target === deployment && latest.record.status === "PENDING";

function currentServiceDeployment(service: Service): Partial<Wire<AwsService>> {
  const [latest] = service.serviceDeployments;
  return latest && !isAsked(service, latest.target)
    ? { currentServiceDeployment: latest.record.serviceDeploymentArn }
    : {};
}

/** With an external controller, the service is told with the settings of its primary task set. */
function primaryTaskSet({ taskSets }: Service): Partial<Wire<AwsService>> {
  const primary = taskSets.find(({ status }) => status === "PRIMARY");
  return primary ? { ...primary.revision.settings, taskDefinition: primary.record.taskDefinition } : {};
}

function deploymentRecord(service: Service, deployment: Deployment): Wire<AwsDeployment> {
  const { record } = deployment;
  const counts = count([...service.tasks].filter((task) => task.launch.deployment === record.id));
  return { ...record, desiredCount: wantedCount(service, deployment, counts), ...counts };
}

function wantedCount(
  service: Service,
  deployment: Deployment,
  { runningCount }: { runningCount: number },
): number {
  if (deployment.record.status !== "PRIMARY") return runningCount;
  return isAsked(service, deployment) ? 0 : desiredCount(service);
}
