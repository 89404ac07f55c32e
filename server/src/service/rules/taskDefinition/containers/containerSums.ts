import { fargateSizes, fargateWindowsSizes } from "../../../data/fargateSizes.ts";
import type { JsonNode } from "../../../syntax/jsonNode.ts";
import type { Container } from "../../../model/container.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import { type Fix, quickFix, replaceValue } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";

const cpu: Rule = {
  id: "container-cpu-over-task",
  summary: "The containers reserve no more CPU than their task has.",
  severity: "error",
  fix: "raise the task's CPU",
  appliesTo: "task-definition",
  check(task, report) {
    const { cpu: taskCpu, cpuUnits } = task;
    const sum = sumOf(task, ({ node }) => node.get("cpu"));
    if (!taskCpu || cpuUnits === undefined || sum === undefined || sum <= cpuUnits) return;
    report(
      taskCpu,
      `The containers reserve ${sum} CPU units together, and the task has ${cpuUnits}; AWS refuses that. Give the task more, or the containers less.`,
      {
        fixes: roomFor(task, "cpu", sum),
      },
    );
  },
};

const memory: Rule = {
  id: "container-memory-sum-over-task",
  summary: "The containers reserve no more memory than their task has.",
  severity: "warning",
  fix: "raise the task's memory",
  appliesTo: "task-definition",
  check(task, report) {
    const { memory: taskMemory, mebibytes } = task;
    const sum = sumOf(task, ({ node }) => node.get("memoryReservation") ?? node.get("memory"));
    if (!taskMemory || mebibytes === undefined || sum === undefined || sum <= mebibytes) return;
    // One container that is larger than the task is an error of its own.
    if (task.containers.some(({ node }) => (node.get("memory")?.number ?? 0) > mebibytes)) return;
    report(
      taskMemory,
      `The containers reserve ${sum} MiB together, and the task has ${mebibytes}. When they use it, the kernel stops one of them. Give the task more, or the containers less.`,
      { fixes: roomFor(task, "memory", sum) },
    );
  },
};

/** Undefined when a part of the sum is not known. */
function sumOf(
  task: TaskDefinition,
  part: (container: Container) => JsonNode | undefined,
): number | undefined {
  let sum = 0;
  for (const container of task.containers) {
    const node = part(container);
    if (node && node.number === undefined) return undefined;
    sum += node?.number ?? 0;
  }
  return sum;
}

/**
 * Raises the size of the task; on Fargate to the next one that exists, which may concern CPU and memory both.
 */
function roomFor(task: TaskDefinition, member: "cpu" | "memory", needed: number): readonly Fix[] {
  const node = task[member];
  if (!node) return [];
  const unit = member === "cpu" ? "CPU units" : "MiB";
  if (!task.isFargate)
    return [quickFix(`Give the task ${needed} ${unit}`, replaceValue(node, String(needed)))];
  const { cpuUnits, mebibytes, cpu: cpuNode, memory: memoryNode } = task;
  if (cpuUnits === undefined || mebibytes === undefined || !cpuNode || !memoryNode) return [];
  const size = nextSize(task, member === "cpu" ? needed : cpuUnits, member === "memory" ? needed : mebibytes);
  if (!size) return [];
  const edits = [
    ...(size.cpu === cpuUnits ? [] : replaceValue(cpuNode, String(size.cpu))),
    ...(size.memory === mebibytes ? [] : replaceValue(memoryNode, String(size.memory))),
  ];
  return [quickFix(`Use a task of ${size.cpu} CPU units and ${size.memory} MiB`, edits)];
}

function nextSize(
  task: TaskDefinition,
  cpuUnits: number,
  mebibytes: number,
): { cpu: number; memory: number } | undefined {
  for (const [size, memories] of task.isWindows ? fargateWindowsSizes : fargateSizes) {
    const fitting = memories.find((choice) => choice >= mebibytes);
    if (size >= cpuUnits && fitting !== undefined) return { cpu: size, memory: fitting };
  }
  return undefined;
}

/** CPU and memory of all containers together. */
export const containerSums: readonly Rule[] = [cpu, memory];
