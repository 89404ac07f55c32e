import { fargateSizes, fargateWindowsSizes } from "../../../data/fargateSizes.ts";
import { formatCpu, formatMemory, parseTaskCpu, parseTaskMemory } from "../../../model/taskSize.ts";
import { quickFix, replaceValue } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";
import { listOf, nearest } from "../../kit/words.ts";

export const fargateCpuMemory: Rule = {
  id: "fargate-cpu-memory-combination",
  summary: "Fargate runs only certain pairs of task CPU and memory.",
  severity: "error",
  fix: "use the nearest size",
  appliesTo: "task-definition",
  check(task, report) {
    const cpu = task.root.get("cpu");
    const memory = task.root.get("memory");
    if (!task.isFargate || cpu?.string === undefined || memory?.string === undefined) return;
    const units = parseTaskCpu(cpu.string);
    const mebibytes = parseTaskMemory(memory.string);
    if (units === undefined || mebibytes === undefined) return;
    const sizes = task.isWindows ? fargateWindowsSizes : fargateSizes;
    const allowed = sizes.get(units);
    if (!allowed || allowed.includes(mebibytes)) return;

    const choice = nearest(mebibytes, allowed);
    const roomier = [...sizes].find(([, memories]) => memories.includes(mebibytes))?.[0];
    report(
      memory,
      `Fargate has no task with ${formatCpu(units)} and ${formatMemory(mebibytes)} (${mebibytes} MiB). ` +
        `With ${units} CPU units it allows ${listOf(allowed)} MiB. AWS answers "No Fargate configuration exists for given values".`,
      {
        fixes: [
          quickFix(`Use ${choice} MiB of memory`, replaceValue(memory, String(choice))),
          ...(roomier === undefined
            ? []
            : [quickFix(`Use ${roomier} CPU units`, replaceValue(cpu, String(roomier)))]),
        ],
      },
    );
  },
};
