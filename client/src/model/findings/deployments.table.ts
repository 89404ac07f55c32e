import { guide, type Explanation } from "./explanation.ts";

const link = guide("service-event-messages-list");

/** What keeps a deployment or the service itself from going on. */
export const deploymentExplanations: readonly Explanation[] = [
  {
    id: "role-not-assumed",
    says: /(?:unable to assume (?:the )?role|role \S+ cannot be assumed)/i,
    means: "ECS may not assume a role of the task or the service.",
    todo: "The role's trust policy must allow ecs-tasks.amazonaws.com (task and execution role) or ecs.amazonaws.com (service role).",
    link: guide("task_execution_IAM_role"),
  },
  {
    id: "deployment-no-room",
    says: /because of the service deployment configuration/i,
    means: "The deployment may neither stop an old task nor start a new one.",
    todo: "Lower minimumHealthyPercent or raise maximumPercent, so that there is room for at least one task.",
    link,
  },
  {
    id: "throttled",
    says: /operations are being throttled/i,
    means: "AWS limits how often ECS may ask on behalf of this account, so the service changes slowly.",
    todo: "It goes on by itself. Fewer tasks that die and restart, and fewer tools that ask all the time, help.",
    link,
  },
  {
    id: "target-registration",
    says: /failed to (?:register|deregister) targets/i,
    means: "ECS could not enter the tasks into a target group, or take them out.",
    todo: "Check that the target group still exists, that its target type is ip for awsvpc tasks, that its VPC is theirs, and that a role of your own may register targets.",
    link,
  },
  {
    id: "lifecycle-hook",
    says: /lifecycle hook/i,
    andSays: [/fail|timed out|reject/i],
    means: "A lifecycle hook of the deployment failed, or did not answer in time.",
    todo: "Look at the hook's Lambda function and its log, and whether the hook's role may invoke it.",
    link: guide("deployment-lifecycle-hooks"),
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
    says: /alarm(?:s)? /i,
    andSays: [/(?:detected|breach|triggered|in ALARM)/i],
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
];
