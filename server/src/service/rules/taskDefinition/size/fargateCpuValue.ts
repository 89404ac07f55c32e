import { fargateSizes } from "../../../data/fargateSizes.ts";
import { quickFix, replaceValue } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";
import { listOf, nearest } from "../../kit/words.ts";

const choices = [...fargateSizes.keys()];

export const fargateCpuValue: Rule = {
  id: "fargate-cpu-value",
  summary: "Fargate has certain CPU sizes only.",
  severity: "error",
  fix: "use the nearest size",
  appliesTo: "task-definition",
  check(task, report) {
    const { cpu, cpuUnits } = task;
    if (!task.isFargate || !cpu || cpuUnits === undefined || fargateSizes.has(cpuUnits)) return;
    const choice = nearest(cpuUnits, choices);
    report(cpu, `"${cpu.string}" is not a CPU size of Fargate. It has ${listOf(choices)} CPU units.`, {
      fixes: [quickFix(`Use ${choice} CPU units`, replaceValue(cpu, String(choice)))],
    });
  },
};
