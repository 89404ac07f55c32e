import { ec2TaskCpu } from "../../../data/taskSizeLimits.ts";
import { formatCpu } from "../../../model/taskSize.ts";
import type { Rule } from "../../rule.ts";

export const taskCpuRange: Rule = {
  id: "task-cpu-range-ec2",
  summary: "On EC2, a task has 0.125 to 192 vCPU.",
  severity: "warning",
  appliesTo: "task-definition",
  check(task, report) {
    const { cpu, cpuUnits } = task;
    const { least, most } = ec2TaskCpu;
    if (!cpu || cpuUnits === undefined || !task.lacks("FARGATE") || (cpuUnits >= least && cpuUnits <= most))
      return;
    report(
      cpu,
      `On EC2 a task takes ${least} CPU units (${formatCpu(least)}) to ${most} (${formatCpu(most)}), not "${cpu.string}". Use a number in between, or leave cpu out.`,
    );
  },
};
