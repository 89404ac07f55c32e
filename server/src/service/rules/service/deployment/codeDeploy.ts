import { insertMember, quickFix } from "../../kit/fix.ts";
import { likelyTarget } from "../../kit/likelyTarget.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";

/** With the CODE_DEPLOY controller, CodeDeploy replaces the tasks and moves the traffic. */
export const codeDeploy = serviceFaults([
  {
    id: "code-deploy-needs-load-balancer",
    summary: "A service with the CODE_DEPLOY controller needs a target group.",
    severity: "error",
    fix: "insert loadBalancers",
    when: ({ controller, isUpdate, isDescribed, root }) =>
      controller === "CODE_DEPLOY" && !isUpdate && !isDescribed && !root.filled("loadBalancers"),
    find: ({ root }) => root.at("deploymentController", "type"),
    message: () =>
      "CODE_DEPLOY moves traffic from one target group to another, but the service has no loadBalancers, and AWS refuses it. Add the target group of an Application or Network Load Balancer.",
    fixes: (_, { root }, { task }) => [
      quickFix(
        "Add loadBalancers",
        insertMember(
          root,
          "loadBalancers",
          [{ targetGroupArn: "YOUR_TARGET_GROUP_ARN", ...likelyTarget(task) }],
          "deploymentController",
        ),
      ),
    ],
  },
  {
    id: "code-deploy-task-definition-update",
    summary: "UpdateService cannot change the task definition of a service with the CODE_DEPLOY controller.",
    severity: "information",
    when: ({ isUpdate, controller }) => isUpdate && controller === "CODE_DEPLOY",
    find: ({ root }) => root.filled("taskDefinition"),
    message: () =>
      'CodeDeploy replaces the task definition of this service; UpdateService answers "Unable to update task definition on services with a CODE_DEPLOY deployment controller". Start a CodeDeploy deployment instead.',
  },
]);
