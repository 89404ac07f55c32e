import { serviceFaults } from "../../kit/serviceFault.ts";

/** With the EXTERNAL deployment controller, the task sets carry what the service itself otherwise does. */
export const externalController = serviceFaults([
  {
    id: "service-external-with-task-definition",
    summary: "With the EXTERNAL controller a service names no task definition.",
    severity: "error",
    fix: "delete taskDefinition",
    when: ({ controller }) => controller === "EXTERNAL",
    find: ({ root }) => root.filled("taskDefinition"),
    message: () =>
      'With the EXTERNAL deployment controller each task set names its task definition; for the service AWS answers "TaskDefinition must be blank". Remove taskDefinition.',
  },
  {
    id: "service-external-with-load-balancers",
    summary: "With the EXTERNAL controller a service has no load balancers.",
    severity: "error",
    fix: "delete loadBalancers",
    when: ({ controller }) => controller === "EXTERNAL",
    find: ({ root }) => root.filled("loadBalancers"),
    message: () =>
      "With the EXTERNAL deployment controller the task sets carry the load balancers, and AWS refuses them on the service. Remove loadBalancers.",
  },
]);
