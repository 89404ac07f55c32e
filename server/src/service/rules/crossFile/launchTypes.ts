import { fargateLogDrivers } from "../../data/fargateLimits.ts";
import type { EcsDocument } from "../../documents/ecsDocument.ts";
import type { TaskDefinition } from "../../model/taskDefinition.ts";
import { appendItem, type Fix, quickFix, replaceValue } from "../kit/fix.ts";
import { memberPlace } from "../kit/place.ts";
import { placeOf } from "../kit/placeOf.ts";
import type { Rule } from "../rule.ts";
import { listOf } from "../kit/words.ts";

const compatibility: Rule = {
  id: "launch-type-compatibility",
  summary: "A service runs where its task definition can.",
  severity: "error",
  fix: "add to requiresCompatibilities",
  appliesTo: "service with its task definition",
  check({ launchType, fargateProviders }, task, report, taskDocument) {
    const place = launchType ?? fargateProviders[0]?.get("capacityProvider");
    const type = launchType ? launchType.string : "FARGATE";
    if (!place || type === undefined || !task.excludes(type)) return;
    const required = `The task definition requires ${listOf(task.compatibilities, "and")}`;
    const details = {
      fixes: addCompatibility(type, task, taskDocument),
      related: placeOf(
        "The launch types that the task definition requires",
        task.root.get("requiresCompatibilities"),
        taskDocument,
      ),
    };
    if (type === "FARGATE") {
      return report(
        place,
        `${required}, not FARGATE: AWS answers "Task definition does not support launch_type FARGATE". Add FARGATE to requiresCompatibilities, or choose another launch type.`,
        details,
      );
    }
    report(
      place,
      `${required}, so AWS has checked it for that and not for ${type}. Add ${type} to requiresCompatibilities to have it checked at registration.`,
      { ...details, severity: "information" },
    );
  },
};

function addCompatibility(type: string, task: TaskDefinition, document: EcsDocument): readonly Fix[] {
  const list = task.root.get("requiresCompatibilities");
  return list
    ? [
        {
          ...quickFix(
            `Add ${type} to requiresCompatibilities of the task definition`,
            appendItem(list, type),
          ),
          document,
        },
      ]
    : [];
}

const logDriver: Rule = {
  id: "launch-type-log-driver",
  summary: "On Fargate only some log drivers work.",
  severity: "error",
  appliesTo: "service with its task definition",
  check({ isFargate, capacityChoice }, task, report, taskDocument) {
    if (!isFargate || !capacityChoice || task.root.filled("requiresCompatibilities")) return;
    for (const { label, logDriver: driver } of task.containers) {
      if (!driver?.string || fargateLogDrivers.includes(driver.string)) continue;
      report(
        memberPlace(capacityChoice),
        `Container ${label} logs with ${driver.string}, which does not work on Fargate. Use ${listOf(fargateLogDrivers)} in the task definition.`,
        { related: placeOf(`The log driver of ${label}`, driver, taskDocument) },
      );
    }
  },
};

const spotWindows: Rule = {
  id: "fargate-spot-windows",
  summary: "Fargate Spot runs Linux only.",
  severity: "warning",
  fix: "use FARGATE",
  appliesTo: "service with its task definition",
  check({ fargateProviders }, task, report, taskDocument) {
    if (!task.isWindows) return;
    for (const provider of fargateProviders.flatMap((entry) => entry.get("capacityProvider") ?? [])) {
      if (provider.string !== "FARGATE_SPOT") continue;
      report(
        provider,
        `The task definition is for ${task.osFamily!.string}, and Fargate Spot runs Linux only. Use FARGATE.`,
        {
          fixes: [quickFix("Use FARGATE", replaceValue(provider, "FARGATE"))],
          related: placeOf("The operating system of the task definition", task.osFamily, taskDocument),
        },
      );
    }
  },
};

/** Where a service runs, against where its task definition can. */
export const launchTypes: readonly Rule[] = [compatibility, logDriver, spotWindows];
