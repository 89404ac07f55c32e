import { windowsContainerMemory } from "../../../data/containerLimits.ts";
import { absenceSeverity } from "../../kit/absence.ts";
import { insertMember, quickFix, replaceValue } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";
import { capitalize } from "../../kit/words.ts";

const required: Rule = {
  id: "container-memory-required",
  summary: "The task or each container says how much memory it has.",
  severity: "error",
  fix: 'insert "memory": 512',
  appliesTo: "task-definition",
  check(task, report) {
    const severity = task.shape === "dockerrun" ? "error" : absenceSeverity(task, "error");
    if (task.memory || !severity) return;
    for (const { node, label, place } of task.containers) {
      if (node.get("memory") || node.get("memoryReservation")) continue;
      report(
        place,
        `${capitalize(label)} has no memory, and neither has the task; AWS refuses that. Set memory or memoryReservation here, or memory on the task.`,
        {
          severity,
          fixes: [quickFix("Add 512 MiB of memory", insertMember(node, "memory", 512, "image"))],
        },
      );
    }
  },
};

const belowReservation: Rule = {
  id: "container-memory-below-reservation",
  summary: "A container reserves no more memory than it may use.",
  severity: "error",
  about: ["memoryReservation"],
  fix: "reserve all of the memory",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { node } of task.containers) {
      const memory = node.get("memory")?.number;
      const reservation = node.get("memoryReservation");
      if (!memory || reservation?.number === undefined || reservation.number <= memory) continue;
      report(
        reservation,
        `memoryReservation (${reservation.number} MiB) is more than memory (${memory} MiB), and AWS refuses that. Reserve ${memory} MiB at most, or raise memory.`,
        { fixes: [quickFix(`Reserve ${memory} MiB`, replaceValue(reservation, memory))] },
      );
    }
  },
};

const overTask: Rule = {
  id: "container-memory-over-task",
  summary: "A container has no more memory than its task.",
  severity: "error",
  fix: "use the memory of the task",
  appliesTo: "task-definition",
  check(task, report) {
    const { mebibytes } = task;
    if (mebibytes === undefined) return;
    for (const { node, label } of task.containers) {
      const memory = node.get("memory");
      if (memory?.number === undefined || memory.number <= mebibytes) continue;
      report(
        memory,
        `${capitalize(label)} asks for ${memory.number} MiB, and the task has ${mebibytes} MiB; AWS refuses that. Lower it, or give the task more.`,
        {
          fixes: [quickFix(`Use ${mebibytes} MiB`, replaceValue(memory, mebibytes))],
        },
      );
    }
  },
};

const windowsMinimum: Rule = {
  id: "container-memory-windows-minimum",
  summary: "Windows containers get at least 256 MiB.",
  severity: "information",
  about: ["operatingSystemFamily"],
  fix: "use 256 MiB",
  appliesTo: "task-definition",
  check(task, report) {
    if (!task.isWindows) return;
    for (const { node } of task.containers) {
      const memory = node.get("memory");
      if (memory?.number === undefined || memory.number >= windowsContainerMemory) continue;
      report(
        memory,
        `The ECS agent gives Windows containers at least ${windowsContainerMemory} MiB, so ${memory.number} has no effect.`,
        {
          fixes: [
            quickFix(`Use ${windowsContainerMemory} MiB`, replaceValue(memory, windowsContainerMemory)),
          ],
        },
      );
    }
  },
};

/** Memory of one container. */
export const containerMemory: readonly Rule[] = [required, belowReservation, overTask, windowsMinimum];
