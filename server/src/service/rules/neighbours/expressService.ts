import { insertMember, quickFix, remove, replaceValue } from "../kit/fix.ts";
import { keyPlace } from "../kit/place.ts";
import type { Rule } from "../rule.ts";

/**
 * What a task definition brings with it.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateExpressGatewayService.html
 */
const exclusive = ["primaryContainer", "executionRoleArn", "taskRoleArn", "cpu", "memory", "cpuArchitecture"];

const infrastructureRole: Rule = {
  id: "express-infrastructure-role",
  summary: "An Express service needs an infrastructure role.",
  severity: "error",
  fix: "insert infrastructureRoleArn",
  appliesTo: "express-service",
  check(root, report) {
    // An update names the service by its ARN and keeps the role.
    if (root.filled("infrastructureRoleArn") || root.filled("serviceArn")) return;
    report(
      root.opening,
      "The Express service has no infrastructureRoleArn, the role with which ECS makes its load balancer. AWS refuses it without.",
      {
        fixes: [
          quickFix(
            "Add infrastructureRoleArn",
            insertMember(root, "infrastructureRoleArn", "YOUR_INFRASTRUCTURE_ROLE_ARN"),
          ),
        ],
      },
    );
  },
};

const taskDefinition: Rule = {
  id: "express-task-definition-exclusive",
  summary: "An Express service has a task definition, or the members that make one.",
  severity: "error",
  fix: "delete the member",
  appliesTo: "express-service",
  check(root, report) {
    if (!root.filled("taskDefinitionArn")) return;
    for (const node of exclusive.flatMap((key) => root.filled(key) ?? [])) {
      report(
        keyPlace(node),
        `${node.key} cannot stand beside taskDefinitionArn, which brings its own. Remove one of the two.`,
        {
          fixes: [quickFix(`Remove ${node.key}`, remove(node))],
        },
      );
    }
  },
};

const image: Rule = {
  id: "express-image-required",
  summary: "The container of an Express service needs an image.",
  severity: "error",
  fix: "insert image",
  appliesTo: "express-service",
  check(root, report) {
    const container = root.get("primaryContainer");
    if (container?.type !== "object" || container.isDynamic || container.filled("image")) return;
    report(keyPlace(container), "primaryContainer has no image, and AWS refuses it without.", {
      fixes: [quickFix("Add image", insertMember(container, "image", "YOUR_IMAGE"))],
    });
  },
};

const healthPath: Rule = {
  id: "express-health-path",
  summary: "The health check path of an Express service begins with a slash.",
  severity: "warning",
  fix: "prefix /",
  appliesTo: "express-service",
  check(root, report) {
    const path = root.filled("healthCheckPath");
    if (path?.string === undefined || path.string.startsWith("/")) return;
    report(path, `The health check path "${path.string}" must begin with a slash.`, {
      fixes: [quickFix(`Use "/${path.string}"`, replaceValue(path, `/${path.string}`))],
    });
  },
};

/** The input of CreateExpressGatewayService. */
export const expressService: readonly Rule[] = [infrastructureRole, taskDefinition, image, healthPath];
