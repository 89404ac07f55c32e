import { insertMember, quickFix } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";

/** What a load balancer needs so that ECS can shift its traffic. */
export const advancedConfiguration = serviceFaults([
  {
    id: "lb-advanced-missing",
    summary: "ECS can shift traffic only with a second target group and a listener rule.",
    severity: "warning",
    fix: "insert advancedConfiguration",
    when: ({ shiftsTraffic }) => shiftsTraffic,
    find: ({ loadBalancers }) =>
      loadBalancers.filter(
        (entry) => entry.filled("targetGroupArn") && !entry.filled("advancedConfiguration"),
      ),
    place: (entry) => entry.opening,
    message: (_, { strategy }) =>
      `${strategy!.string} shifts traffic between two target groups, but this entry has one and no advancedConfiguration. Add alternateTargetGroupArn, productionListenerRule and roleArn.`,
    fixes: (entry) => [
      quickFix(
        "Add advancedConfiguration",
        insertMember(entry, "advancedConfiguration", {
          alternateTargetGroupArn: "YOUR_ALTERNATE_TARGET_GROUP_ARN",
          productionListenerRule: "YOUR_LISTENER_RULE_ARN",
          roleArn: "YOUR_ROLE_ARN",
        }),
      ),
    ],
  },
  {
    id: "lb-advanced-same-group",
    summary: "Blue and green need two target groups.",
    severity: "warning",
    find: ({ loadBalancers }) =>
      loadBalancers.map((entry) => {
        const group = entry.filled("targetGroupArn");
        const alternate = entry.get("advancedConfiguration")?.filled("alternateTargetGroupArn");
        return alternate?.string !== undefined && alternate.string === group?.string ? alternate : undefined;
      }),
    message: () =>
      "alternateTargetGroupArn is the same target group as targetGroupArn, so there is nothing to shift traffic between. Name a second one.",
  },
  {
    id: "lb-advanced-rolling",
    summary: "A rolling deployment shifts no traffic and needs no advancedConfiguration.",
    severity: "information",
    when: ({ effectiveStrategy }) => effectiveStrategy === "ROLLING",
    find: ({ loadBalancers }) => loadBalancers.map((entry) => entry.filled("advancedConfiguration")),
    place: keyPlace,
    message: () =>
      "advancedConfiguration is used by the strategies that shift traffic: BLUE_GREEN, LINEAR and CANARY. With ROLLING it does nothing.",
  },
]);
