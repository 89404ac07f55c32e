import { parseTaskCpu, parseTaskMemory } from "../../../model/taskSize.ts";
import { quickFix, replaceValue } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";

const cpuSpelling: Rule = {
  id: "task-cpu-spelling",
  summary: 'Task CPU is written in CPU units ("256") or vCPUs (".25 vCPU").',
  severity: "error",
  fix: "write it as ECS reads it",
  appliesTo: "task-definition",
  check({ cpu }, report) {
    if (cpu?.string === undefined || parseTaskCpu(cpu.string) !== undefined) return;
    const better = spellCpu(cpu.string);
    report(cpu, `ECS cannot read "${cpu.string}" as CPU. Write CPU units ("256") or vCPUs (".25 vCPU").`, {
      fixes: better === undefined ? [] : [quickFix(`Write "${better}"`, replaceValue(cpu, better))],
    });
  },
};

const memorySpelling: Rule = {
  id: "task-memory-spelling",
  summary: 'Task memory is written in MiB ("512") or GB ("0.5 GB").',
  severity: "error",
  fix: "write it as ECS reads it",
  appliesTo: "task-definition",
  check({ memory }, report) {
    if (memory?.string === undefined || parseTaskMemory(memory.string) !== undefined) return;
    const better = spellMemory(memory.string);
    report(memory, `ECS cannot read "${memory.string}" as memory. Write MiB ("512") or GB ("0.5 GB").`, {
      fixes: better === undefined ? [] : [quickFix(`Write "${better}"`, replaceValue(memory, better))],
    });
  },
};

/** What was meant: a bare fraction is vCPUs, a whole number with some unit is CPU units. */
function spellCpu(text: string): string | undefined {
  const [, fraction] = /^\s*(\d*\.\d+)\s*$/.exec(text) ?? [];
  if (fraction !== undefined) return `${fraction.replace(/^0+(?=\.)/, "")} vCPU`;
  return /^\s*(\d+)\s*(?:m|cpu|(?:cpu[ -]?)?units?|shares?)\s*$/i.exec(text)?.[1];
}

/** What was meant: `512MB` and `512Mi` are MiB, `1Gi` and `1G` are GB, as is a bare fraction. */
function spellMemory(text: string): string | undefined {
  const [, mebibytes] = /^\s*(\d+)\s*(?:m|mb|mi|mib)\s*$/i.exec(text) ?? [];
  if (mebibytes !== undefined) return mebibytes;
  const [, gigabytes] =
    /^\s*(\d+|\d*\.\d+)\s*(?:g|gi|gib)\s*$/i.exec(text) ?? /^\s*(\d*\.\d+)\s*$/.exec(text) ?? [];
  return gigabytes === undefined ? undefined : `${gigabytes} GB`;
}

/** Task sizes that ECS cannot read. */
export const taskSizeSpelling: readonly Rule[] = [cpuSpelling, memorySpelling];
