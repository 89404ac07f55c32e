import { mayBeEmpty } from "../kit/mayBeEmpty.ts";
import { memberPlace } from "../kit/place.ts";
import { placeOf } from "../kit/placeOf.ts";
import type { Rule } from "../rule.ts";

/**
 * What ECS Anywhere does not have.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html
 */
const refused: readonly (readonly [member: string, feature: string])[] = [
  ["loadBalancers", "load balancers"],
  ["serviceRegistries", "service discovery"],
  ["capacityProviderStrategy", "capacity providers"],
];

export const externalInstances: Rule = {
  id: "external-awsvpc",
  summary: "ECS Anywhere has no awsvpc networking, load balancers, service discovery or capacity providers.",
  severity: "error",
  appliesTo: "service",
  check({ root, launchType }, report, { task, taskDocument }) {
    if (launchType?.string !== "EXTERNAL") return;
    if (task?.isAwsvpc) {
      report(
        launchType,
        "EXTERNAL instances (ECS Anywhere) do not support networkMode awsvpc, which the task definition uses. Use bridge or host there.",
        {
          related: placeOf("The network mode of the task definition", task.networkMode, taskDocument),
        },
      );
    }
    for (const [member, feature] of refused) {
      const node = root.filled(member);
      if (node && !mayBeEmpty(node))
        report(
          memberPlace(node),
          `EXTERNAL instances (ECS Anywhere) do not support ${feature}. Remove ${member}.`,
        );
    }
  },
};
