import { insertMember, quickFix } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import { placeOf } from "../../kit/placeOf.ts";
import type { Rule } from "../../rule.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";

const withoutLoadBalancer = serviceFaults([
  {
    id: "grace-period-without-lb",
    summary: "A health check grace period is for services with a load balancer.",
    severity: "warning",
    fix: "delete healthCheckGracePeriodSeconds",
    // An update keeps the load balancers that it leaves out; task sets have their own.
    when: ({ root, isUpdate, controller }) =>
      !isUpdate &&
      controller !== "EXTERNAL" &&
      !root.filled("loadBalancers") &&
      !root.filled("vpcLatticeConfigurations"),
    find: ({ root }) => {
      const period = root.get("healthCheckGracePeriodSeconds");
      return (period?.number ?? 0) > 0 ? period : undefined;
    },
    message: ({ number }) =>
      `The grace period of ${number} seconds is for the health checks of a load balancer or of VPC Lattice, and the service has neither. AWS has refused that: ` +
      '"Health check grace period is only valid for services configured to use load balancers". Remove it, unless it is meant for container health checks.',
  },
]);

const missing: Rule = {
  id: "grace-period-missing-with-lb",
  summary: "A container that starts slowly needs a grace period behind a load balancer.",
  severity: "hint",
  fix: "insert healthCheckGracePeriodSeconds",
  appliesTo: "service with its task definition",
  check(service, task, report, taskDocument) {
    const { root } = service;
    const period = root.get("healthCheckGracePeriodSeconds");
    if (service.isUpdate || (period && period.number !== 0)) return;
    for (const entry of service.loadBalancers) {
      const container = task.container(entry.get("containerName")?.string);
      const start = container?.node.at("healthCheck", "startPeriod");
      if (!start?.number) continue;
      const seconds = Math.max(60, start.number);
      report(
        keyPlace(root.get("loadBalancers")!),
        `Container ${container!.label} has ${start.number} seconds to start, but the load balancer may fail its tasks at once: the service has no health check grace period. Add healthCheckGracePeriodSeconds.`,
        {
          fixes: [
            quickFix(
              `Add a grace period of ${seconds} seconds`,
              insertMember(root, "healthCheckGracePeriodSeconds", seconds, "loadBalancers"),
            ),
          ],
          related: placeOf("The container's start period", start, taskDocument),
        },
      );
      return;
    }
  },
};

/** How long the load balancer's verdict does not count. */
export const gracePeriod: readonly Rule[] = [...withoutLoadBalancer, missing];
