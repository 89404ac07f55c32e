import { fargateWindowsSizes } from "../../../data/fargateSizes.ts";
import type { JsonNode } from "../../../syntax/jsonNode.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import { type Fix, insertMember, quickFix, replaceValue } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";

const sizes = [...fargateWindowsSizes.keys()];
const least = Math.min(...sizes);
const most = Math.max(...sizes);

export const fargateWindowsSize: Rule = {
  id: "fargate-windows-size",
  summary: "On Fargate, Windows runs on 1 to 4 vCPU.",
  severity: "error",
  fix: "use 1024 CPU units and 2048 MiB",
  about: ["operatingSystemFamily"],
  appliesTo: "task-definition",
  check(task, report) {
    const { cpu, cpuUnits } = task;
    if (
      !task.isFargate ||
      !task.isWindows ||
      !cpu ||
      cpuUnits === undefined ||
      (cpuUnits >= least && cpuUnits <= most)
    )
      return;
    const isTooSmall = cpuUnits < least;
    report(
      cpu,
      `On Fargate, Windows runs on 1 to 4 vCPU (${least} to ${most} CPU units), and "${cpu.string}" is too ${isTooSmall ? "small" : "large"}.`,
      isTooSmall
        ? { fixes: [smallest(task, cpu)] }
        : {
            severity: "warning",
            fixes: [quickFix(`Use ${most} CPU units`, replaceValue(cpu, String(most)))],
          },
    );
  },
};

/** The smallest size of Windows. A memory that goes with it, or is filled in later, stays. */
function smallest(task: TaskDefinition, cpu: JsonNode): Fix {
  const useCpu = replaceValue(cpu, String(least));
  const allowed = fargateWindowsSizes.get(least)!;
  if (task.memory?.isDynamic || allowed.includes(task.mebibytes ?? 0))
    return quickFix(`Use ${least} CPU units`, useCpu);
  const useMemory = insertMember(task.root, "memory", String(allowed[0]), "cpu");
  return quickFix(`Use ${least} CPU units and ${allowed[0]} MiB`, useCpu, useMemory);
}
