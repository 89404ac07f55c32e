import { guide, type Explanation } from "./explanation.ts";

const link = guide("service-event-messages-list");

/** Why tasks are not placed. The last ones only say that. */
export const placementExplanations: readonly Explanation[] = [
  {
    id: "no-instances",
    says: /no container instances were found in your cluster/i,
    means: "The cluster has no container instances.",
    todo: "Register instances, use a capacity provider with managed scaling, or run the service on Fargate.",
    link,
  },
  {
    id: "no-cpu",
    says: /(?:insufficient CPU|RESOURCE:CPU)/i,
    means: "No instance has enough free CPU units for another task.",
    todo: "Add instances, or ask for less CPU. During a rolling update, a lower minimumHealthyPercent lets old tasks go first.",
    link,
  },
  {
    id: "no-memory",
    says: /(?:insufficient memory|RESOURCE:MEMORY)/i,
    means: "No instance has enough free memory for another task.",
    todo: "Add instances, or ask for less memory. During a rolling update, a lower minimumHealthyPercent lets old tasks go first.",
    link,
  },
  {
    id: "no-port",
    says: /(?:already using a port required|RESOURCE:PORTS)/i,
    means: "The host port that the task wants is taken on every instance.",
    todo: "Use dynamic host ports (hostPort 0) or the awsvpc network mode, so that several tasks fit on an instance.",
    link,
  },
  {
    id: "no-gpu",
    says: /(?:required GPU|insufficient GPU|RESOURCE:GPU)/i,
    means: "No instance has enough free GPUs for another task.",
    todo: "Add instances of a type with GPUs and the ECS image for GPUs, or ask for fewer in resourceRequirements.",
    link,
  },
  {
    id: "placement-constraint",
    says: /(?:placement constraints?|MemberOf)/i,
    means: "No instance satisfies the placement constraints.",
    todo: "Compare the constraints of the task definition and the service with the attributes of the container instances.",
    link,
  },
  {
    id: "instance-not-active",
    says: /(?:container-instance (?:\S+ )?is not ACTIVE|(?:error ["“]?|TaskFailedToStart: )(?:DRAINING|INACTIVE)\b)/,
    means: "The instances that would fit are draining or no longer registered.",
    todo: "Set them back to ACTIVE under Container instances, or add others.",
    link,
  },
  {
    id: "capacity-provider",
    says: /capacity provider/i,
    andSays: [/(?:not found|not associated|not (?:in )?active|INACTIVE|does not exist)/i],
    means: "The capacity provider cannot be used in this cluster.",
    todo: "Associate it with the cluster, or name another one in the service's capacityProviderStrategy.",
    link: guide("capacity-launch-type-comparison"),
  },
  {
    id: "fargate-size",
    says: /No Fargate configuration exists/i,
    means: "Fargate has no size with this CPU and memory.",
    todo: "Choose a pair of cpu and memory that Fargate has; the editor marks those that it has not.",
    link: guide("fargate-tasks-services"),
  },
  {
    id: "missing-attribute",
    says: /(?:missing an attribute required|\bATTRIBUTE\b)/,
    means:
      "No instance offers what the task definition asks for, such as a network mode, a log driver or a role.",
    todo: "Update the container agent, or enable what the task needs in its configuration on the instances.",
    link,
  },
  {
    id: "agent-disconnected",
    says: /(?:\bAGENT\b|[Aa]gent is (?:disconnected|not connected))/,
    means: "The agent of the container instance does not answer.",
    todo: "Check the instance and its way to the ECS endpoints; restart the agent.",
    link,
  },
  {
    id: "fargate-capacity",
    says: /(?:Capacity is unavailable at this time|RESOURCE:FARGATE|capacity (?:\S+ ){1,8}not available)/i,
    means: "Fargate has no free capacity for this task size in the service's zones right now.",
    todo: "Try subnets in more Availability Zones, FARGATE instead of FARGATE_SPOT, or wait: ECS goes on trying.",
    link,
  },
  {
    id: "task-limit",
    says: /(?:reached the limit on the number of|concurrently running|vCPU-based quota|limit on the number of vCPUs)/i,
    means: "A quota of the account is used up.",
    todo: "Stop what is not needed, or ask for a higher quota in Service Quotas (Fargate vCPUs, tasks per service, network interfaces).",
    link: guide("service-quotas"),
  },
  {
    id: "internal-error",
    says: /InternalError/,
    means: "Something went wrong within AWS.",
    todo: "Start the task again; ECS does so for a service. If it goes on, look at the AWS Health Dashboard.",
    link: guide("stopped-task-error-codes"),
  },
  {
    id: "task-failed-to-start",
    says: /TaskFailedToStart/,
    means: "The task could not be started.",
    todo: "The message and the reasons of its containers tell why.",
    link: guide("stopped-task-error-codes"),
  },
  {
    id: "not-placed",
    says: /unable to place a task/i,
    means: "ECS finds no place for another task.",
    todo: "The event tells what is missing: CPU, memory, ports, an attribute, or instances at all.",
    link,
  },
];
