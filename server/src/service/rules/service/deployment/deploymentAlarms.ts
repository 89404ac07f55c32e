import { insertMembers, quickFix } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import type { Rule } from "../../rule.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";
import { listOf } from "../../kit/words.ts";

/** Members of `alarms` that AWS demands, and what a quick fix puts there. */
const members: readonly (readonly [key: string, value: unknown])[] = [
  ["alarmNames", ["YOUR_ALARM"]],
  ["enable", true],
  ["rollback", true],
];

const required: Rule = {
  id: "deployment-alarms-required",
  summary: "Deployment alarms need names, enable and rollback.",
  severity: "error",
  fix: "insert what is missing",
  appliesTo: "service",
  check(service, report) {
    const alarms = service.deployment("alarms");
    const enable = alarms?.get("enable");
    // Tools write alarms that are switched off without names.
    if (alarms?.type !== "object" || alarms.isDynamic || enable?.isDynamic || enable?.boolean === false)
      return;
    const missing = members.filter(([key]) => alarms.filled(key) === undefined);
    if (missing.length === 0) return;
    const names = listOf(
      missing.map(([key]) => key),
      "and",
    );
    report(
      keyPlace(alarms),
      `alarms lacks ${names}. AWS needs alarmNames, enable and rollback together, unless enable is false.`,
      {
        fixes: [quickFix(`Add ${names}`, insertMembers(alarms, Object.fromEntries(missing)))],
      },
    );
  },
};

const faults = serviceFaults([
  {
    id: "deployment-alarms-controller",
    summary: "Deployment alarms work with the ECS controller only.",
    severity: "warning",
    fix: "delete alarms",
    when: ({ isControlledElsewhere }) => isControlledElsewhere,
    find: (service) => {
      const alarms = service.deployment("alarms");
      return alarms?.get("enable")?.boolean === true ? alarms : undefined;
    },
    message: (_, { controller }) =>
      `Deployment alarms work with the ECS deployment controller only; with ${controller} nothing looks at them. Remove them.`,
  },
]);

export const deploymentAlarms: readonly Rule[] = [required, ...faults];
