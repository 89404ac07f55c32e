import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { insertMember, insertMembers, quickFix } from "../../kit/fix.ts";
import { likelyTarget } from "../../kit/likelyTarget.ts";
import { keyPlace } from "../../kit/place.ts";
import type { Rule } from "../../rule.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";
import { listOf } from "../../kit/words.ts";

const required: Rule = {
  id: "lb-required-fields",
  summary: "A load balancer entry names a container and its port.",
  severity: "error",
  fix: "insert what is missing",
  appliesTo: "service",
  check(service, report, { task }) {
    for (const entry of service.loadBalancers) {
      const missing = (["containerName", "containerPort"] as const).filter((key) => !entry.filled(key));
      if (missing.length === 0 || entry.filled("loadBalancerName")) continue;
      const names = listOf(missing, "and");
      const target = likelyTarget(task, entry.get("containerName")?.string);
      report(
        entry.opening,
        `This load balancer entry lacks ${names}. ECS needs the container and the port to which the traffic goes, and refuses the service without.`,
        {
          fixes: [
            quickFix(
              `Add ${names}`,
              insertMembers(entry, Object.fromEntries(missing.map((key) => [key, target[key]]))),
            ),
          ],
        },
      );
    }
  },
};

const faults = serviceFaults([
  {
    id: "lb-target-exclusive",
    summary: "A load balancer entry has a target group or a Classic Load Balancer, not both.",
    severity: "error",
    fix: "delete the second one",
    find: ({ loadBalancers }) =>
      loadBalancers.map((entry) => {
        const group = entry.filled("targetGroupArn");
        const classic = entry.filled("loadBalancerName");
        if (!group || !classic) return undefined;
        return group.offset > classic.offset ? group : classic;
      }),
    place: keyPlace,
    message: () =>
      "This entry has both targetGroupArn and loadBalancerName, and AWS refuses the two together. Keep targetGroupArn for an Application or Network Load Balancer, loadBalancerName for a Classic one.",
  },
  {
    id: "lb-target-missing",
    summary: "A load balancer entry names a target group.",
    severity: "warning",
    fix: "insert targetGroupArn",
    find: ({ loadBalancers }) =>
      loadBalancers.filter((entry) => !entry.filled("targetGroupArn") && !entry.filled("loadBalancerName")),
    place: (entry) => entry.opening,
    message: () =>
      "This load balancer entry names no target group, so no traffic reaches the tasks. Add targetGroupArn.",
    fixes: (entry) => [
      quickFix("Add targetGroupArn", insertMember(entry, "targetGroupArn", "YOUR_TARGET_GROUP_ARN")),
    ],
  },
  {
    id: "lb-classic-fargate",
    summary: "Fargate works with target groups, not with Classic Load Balancers.",
    severity: "error",
    when: ({ isFargate }) => isFargate,
    find: ({ loadBalancers }) => classicNames(loadBalancers),
    message: ({ sourceText }) =>
      `${sourceText} is a Classic Load Balancer, which cannot reach tasks on Fargate: AWS refuses it. Use the target group of an Application or Network Load Balancer.`,
  },
  {
    id: "lb-classic-legacy",
    summary: "Classic Load Balancers are of a previous generation.",
    severity: "information",
    find: ({ loadBalancers }) => classicNames(loadBalancers),
    place: keyPlace,
    message: () =>
      "loadBalancerName is for Classic Load Balancers, which are of a previous generation. Application and Network Load Balancers take targetGroupArn.",
  },
  {
    id: "lb-multiple-controller",
    summary: "Several load balancers need the ECS controller and target groups.",
    severity: "warning",
    find: ({ root, controller, loadBalancers }) => {
      const isTooMany =
        (controller === "CODE_DEPLOY" && loadBalancers.length > 1) || classicNames(loadBalancers).length > 1;
      return isTooMany ? root.get("loadBalancers") : undefined;
    },
    message: (_, { controller, loadBalancers }) =>
      controller === "CODE_DEPLOY"
        ? `The service has ${loadBalancers.length} load balancer entries, but several target groups need deploymentController ECS; CODE_DEPLOY takes one. CodeDeploy's own deployment group names the second target group.`
        : "A service can have one Classic Load Balancer only. Use target groups, of which the ECS controller takes several.",
  },
]);

function classicNames(entries: readonly JsonNode[]): readonly JsonNode[] {
  return entries.flatMap((entry) => entry.filled("loadBalancerName") ?? []);
}

/** The entries of loadBalancers. */
export const loadBalancers: readonly Rule[] = [required, ...faults];
