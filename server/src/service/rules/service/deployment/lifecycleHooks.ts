import { stagesWithoutPause } from "../../../data/deployment.ts";
import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { entriesOf, type EcsService } from "../../../model/ecsService.ts";
import { insertMember, insertMembers, quickFix, remove } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import type { Rule } from "../../rule.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";
import { listOf } from "../../kit/words.ts";

function hooksOf(service: EcsService): readonly JsonNode[] {
  return entriesOf(service.deployment("lifecycleHooks"));
}

/** A hook calls a Lambda function unless it says otherwise. */
function isLambda(hook: JsonNode): boolean {
  const type = hook.filled("targetType");
  return type === undefined || type.string === "AWS_LAMBDA";
}

function isPause(hook: JsonNode): boolean {
  return hook.get("targetType")?.string === "PAUSE";
}

const required: Rule = {
  id: "lifecycle-hook-required",
  summary: "A lifecycle hook needs its stages, and a Lambda hook its function.",
  severity: "error",
  fix: "insert what is missing",
  appliesTo: "service",
  check(service, report) {
    for (const hook of hooksOf(service)) {
      const needed: readonly (readonly [string, unknown])[] = [
        ...(isLambda(hook) ? [["hookTargetArn", "YOUR_FUNCTION_ARN"] as const] : []),
        ["lifecycleStages", ["POST_SCALE_UP"]],
      ];
      const missing = needed.filter(([key]) => !hook.filled(key));
      if (missing.length === 0) continue;
      const names = listOf(
        missing.map(([key]) => key),
        "and",
      );
      const needs = isLambda(hook)
        ? "A Lambda hook needs the function to call and the stages at which to call it"
        : "A hook needs the stages at which it takes place";
      report(hook.opening, `This lifecycle hook lacks ${names}. ${needs}.`, {
        fixes: [quickFix(`Add ${names}`, insertMembers(hook, Object.fromEntries(missing)))],
      });
    }
  },
};

const faults = serviceFaults([
  {
    id: "lifecycle-hook-role",
    summary: "A Lambda hook needs a role with which ECS calls the function.",
    severity: "warning",
    fix: "insert roleArn",
    find: (service) => hooksOf(service).filter((hook) => isLambda(hook) && !hook.filled("roleArn")),
    place: (hook) => hook.opening,
    message: () =>
      "This hook has no roleArn, so ECS may not call its Lambda function. Name a role that ECS can assume and that may invoke the function.",
    fixes: (hook) => [
      quickFix("Add roleArn", insertMember(hook, "roleArn", "YOUR_ROLE_ARN", "hookTargetArn")),
    ],
  },
  {
    id: "lifecycle-hook-pause-stage",
    summary: "A deployment cannot pause while traffic shifts.",
    severity: "error",
    fix: "delete the stage",
    find: (service) =>
      hooksOf(service)
        .filter(isPause)
        .flatMap((hook) => hook.get("lifecycleStages")?.items ?? [])
        .filter(({ string }) => stagesWithoutPause.has(string ?? "")),
    message: ({ string }) =>
      `A deployment cannot pause at ${string}, while traffic is being shifted; only Lambda hooks can run there. Pause at the stage before or after it.`,
    fixes: (stage) => [quickFix(`Remove ${stage.string}`, remove(stage))],
  },
  {
    id: "lifecycle-hook-pause-extra",
    summary: "A PAUSE hook calls nothing.",
    severity: "information",
    fix: "delete the member",
    find: (service) =>
      hooksOf(service)
        .filter(isPause)
        .flatMap((hook) => ["hookTargetArn", "roleArn", "hookDetails"].map((key) => hook.filled(key))),
    place: keyPlace,
    message: ({ key }) => `A PAUSE hook waits and calls nothing, so ${key} is not used. Remove it.`,
  },
  {
    id: "lifecycle-hook-strategy",
    summary: "The stages of lifecycle hooks belong to deployments that shift traffic.",
    severity: "information",
    when: ({ effectiveStrategy }) => effectiveStrategy === "ROLLING",
    find: (service) => service.deployment("lifecycleHooks"),
    place: keyPlace,
    message: () =>
      "Lifecycle hooks belong to BLUE_GREEN, LINEAR and CANARY deployments: in a ROLLING deployment no traffic shifts, so their stages do not come.",
  },
]);

/** What runs at the stages of a deployment. */
export const lifecycleHooks: readonly Rule[] = [required, ...faults];
