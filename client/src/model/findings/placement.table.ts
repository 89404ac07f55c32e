import { guide, type Explanation } from "./explanation.ts";

const link = guide("service-event-messages-list");

/** Why tasks are not placed, and what deployments say about it. */
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
    id: "missing-attribute",
    says: /(?:missing an attribute required|ATTRIBUTE)/,
    means: "No instance offers what the task definition asks for, such as a network mode, a log driver or a role.",
    todo: "Update the container agent, or enable what the task needs in its configuration on the instances.",
    link,
  },
  {
    id: "agent-disconnected",
    says: /(?:encountered error ["“]?AGENT|agent is disconnected)/i,
    means: "The agent of the container instance does not answer.",
    todo: "Check the instance and its way to the ECS endpoints; restart the agent.",
    link,
  },
  {
    id: "fargate-capacity",
    says: /(?:Capacity is unavailable at this time|RESOURCE:FARGATE|capacity .* not available)/i,
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
    id: "role-not-assumed",
    says: /(?:unable to assume (?:the )?role|role .* cannot be assumed)/i,
    means: "ECS may not assume a role of the task or the service.",
    todo: "The role's trust policy must allow ecs-tasks.amazonaws.com (task and execution role) or ecs.amazonaws.com (service role).",
    link: guide("task_execution_IAM_role"),
  },
  {
    id: "circuit-breaker",
    says: /circuit breaker/i,
    means: "The deployment circuit breaker stopped the deployment because its tasks did not come up.",
    todo: "The stopped tasks below say why. After a rollback the service runs the last revision that was steady.",
    link: guide("deployment-circuit-breaker"),
  },
  {
    id: "alarm-detected",
    says: /alarm(?:s)? .*(?:detected|breach|triggered|in ALARM)/i,
    means: "A CloudWatch alarm stopped the deployment.",
    todo: "Look at the alarm under Alarms: what it measures went bad with the new revision.",
    link: guide("deployment-alarm-failure"),
  },
  {
    id: "impaired",
    says: /unable to consistently start tasks successfully/i,
    means: "Task after task failed, so ECS waits longer and longer before it starts the next one.",
    todo: "Fix what the stopped tasks tell, then force a new deployment: that ends the waiting.",
    link,
  },
  {
    id: "not-placed",
    says: /unable to place a task/i,
    means: "ECS finds no place for another task.",
    todo: "The event tells what is missing: CPU, memory, ports, an attribute, or instances at all.",
    link,
  },
];
