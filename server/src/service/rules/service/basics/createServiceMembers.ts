import { familyOf } from "../../../model/ecsService.ts";
import { insertMember, quickFix } from "../../kit/fix.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";

/**
 * What CreateService wants, in files that look like the whole of its input: deploy tools keep parts of it
 * elsewhere.
 */
export const createServiceMembers = serviceFaults([
  {
    id: "service-name-required",
    summary: "CreateService needs a service name.",
    severity: "hint",
    fix: "insert serviceName",
    when: ({ isWhole, root, supplied }) =>
      isWhole &&
      !supplied.has("serviceName") &&
      root.filled("cluster") !== undefined &&
      root.filled("taskDefinition") !== undefined,
    find: ({ root }) => (root.filled("serviceName") ? undefined : root),
    place: (root) => root.opening,
    message: () =>
      "The service has no serviceName, and CreateService needs one. Leave it out only where a tool or a flag of the AWS CLI supplies it.",
    fixes: (root) => [
      quickFix(
        "Add serviceName",
        insertMember(root, "serviceName", familyOf(root.get("taskDefinition")?.string) ?? "YOUR_SERVICE"),
      ),
    ],
  },
  {
    id: "service-task-definition-required",
    summary: "CreateService needs a task definition, except with the EXTERNAL controller.",
    severity: "information",
    fix: "insert taskDefinition",
    when: ({ isWhole, root, controller }) =>
      isWhole &&
      root.filled("cluster") !== undefined &&
      root.filled("serviceName") !== undefined &&
      (controller === "ECS" || controller === "CODE_DEPLOY"),
    find: ({ root }) => (root.filled("taskDefinition") ? undefined : root),
    place: (root) => root.opening,
    message: (_, { controller }) =>
      `The service names no taskDefinition, which CreateService needs with the ${controller} deployment controller. Name a family, or a family and revision.`,
    fixes: (root) => [
      quickFix(
        "Add taskDefinition",
        insertMember(root, "taskDefinition", root.get("serviceName")?.string ?? "YOUR_FAMILY", "serviceName"),
      ),
    ],
  },
  {
    id: "desired-count-missing",
    summary: "A REPLICA service needs a desired count when it is created.",
    severity: "hint",
    fix: "insert desiredCount 1",
    when: ({ isWhole, isReplica, supplied }) => isWhole && isReplica && !supplied.has("desiredCount"),
    find: ({ root }) => (root.get("desiredCount") ? undefined : root),
    place: (root) => root.opening,
    message: () =>
      "The service has no desiredCount. A REPLICA service needs the number of tasks when it is created.",
    fixes: (root) => [
      quickFix("Add desiredCount 1", insertMember(root, "desiredCount", 1, "taskDefinition")),
    ],
  },
  {
    id: "desired-count-zero",
    summary: "A service with a desired count of 0 runs nothing.",
    severity: "hint",
    find: ({ root, desiredCount }) => (desiredCount === 0 ? root.get("desiredCount") : undefined),
    message: () =>
      "desiredCount is 0: the service runs no task until the count is raised, by hand or by Service Auto Scaling.",
  },
]);
