import { ec2TaskCpu } from "../../../data/taskSizeLimits.ts";
import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { quickFix, replaceValue } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";

const mostVcpus = ec2TaskCpu.most / 1024;

export const cpuConfusion: Rule = {
  id: "container-cpu-vcpu-confusion",
  summary: "The CPU of a container is counted in CPU units, not in vCPUs.",
  severity: "warning",
  fix: "multiply by 1024",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { node } of task.containers) {
      const cpu = node.get("cpu");
      const vcpus = cpu && vcpusOf(cpu);
      if (!cpu || vcpus === undefined) continue;
      const units = Math.round(vcpus * 1024);
      report(
        cpu,
        `The cpu of a container is counted in CPU units, 1024 to a vCPU, so ${cpu.sourceText} is not what is meant. ${vcpus} vCPU are ${units} units.`,
        {
          fixes: [quickFix(`Use ${units} CPU units`, replaceValue(cpu, units))],
        },
      );
    }
  },
};

/** The number of vCPUs that was meant; undefined for CPU units. */
function vcpusOf(cpu: JsonNode): number | undefined {
  // Larger fractions are CPU units that nobody rounded.
  if (cpu.number !== undefined)
    return Number.isInteger(cpu.number) || cpu.number > mostVcpus ? undefined : cpu.number;
  const [, text] = /^\s*(\d*\.\d+|\d+(?=\s*vcpu))\s*(?:vcpus?\s*)?$/i.exec(cpu.string ?? "") ?? [];
  return text === undefined ? undefined : Number(text);
}
