import { placeOf } from "../../kit/placeOf.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";

/** The role that older services give ECS for their load balancer. */
export const serviceRole = serviceFaults([
  {
    id: "service-role-without-lb",
    summary: "A service role is for load balancers.",
    severity: "error",
    fix: "delete role",
    when: ({ root }) => !root.filled("loadBalancers"),
    find: ({ root }) => root.filled("role"),
    message: () =>
      'The service has a role, but no loadBalancers that ECS would use it for: AWS answers "A role was passed, but no load balancers were present". Remove role.',
  },
  {
    id: "service-role-with-awsvpc",
    summary: "Services with awsvpc networking use the service-linked role.",
    severity: "error",
    fix: "delete role",
    when: ({ root }, { task }) =>
      root.filled("networkConfiguration") !== undefined || task?.isAwsvpc === true,
    find: ({ root }) => root.filled("role"),
    related: ({ task, taskDocument }) =>
      task?.isAwsvpc
        ? placeOf("The network mode of the task definition", task.networkMode, taskDocument)
        : [],
    message: () =>
      "Services with awsvpc networking use the service-linked role AWSServiceRoleForECS, and AWS refuses to take another. Remove role.",
  },
  {
    id: "service-role-legacy",
    summary: "The service-linked role replaces a role of the service.",
    severity: "information",
    fix: "delete role",
    find: ({ root }) => root.filled("role"),
    message: () =>
      "ECS registers targets with its service-linked role AWSServiceRoleForECS today; a role of the service is seldom needed. Remove it once the service-linked role exists.",
  },
]);
