import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { parseTaskCpu, parseTaskMemory } from "../../../model/taskSize.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import { type Fix, insertMember, quickFix, remove } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import type { Rule } from "../../rule.ts";

const readers = { cpu: parseTaskCpu, memory: parseTaskMemory } as const;

export const windowsTaskSize: Rule = {
  id: "windows-task-size-ignored",
  summary: "Windows containers on EC2 ignore the size of the task.",
  severity: "information",
  about: ["operatingSystemFamily"],
  fix: "move it to the container",
  appliesTo: "task-definition",
  check(task, report) {
    if (!task.isWindows || !task.lacks("FARGATE")) return;
    for (const member of ["cpu", "memory"] as const) {
      const size = task.root.filled(member);
      if (!size) continue;
      report(
        keyPlace(size),
        `Windows containers on EC2 ignore the task's ${member}. Set ${member} on each container instead.`,
        {
          fixes: moves(task, member, size),
        },
      );
    }
  },
};

/** Only with one container it is clear whose size is meant. */
function moves(task: TaskDefinition, member: "cpu" | "memory", size: JsonNode): readonly Fix[] {
  const container = task.containers.length === 1 ? task.containers[0]!.node : undefined;
  const value = size.string === undefined ? undefined : readers[member](size.string);
  if (!container || value === undefined) return [];
  const removal = remove(size);
  if (container.get(member)) return [quickFix(`Remove the task's ${member}`, removal)];
  return [
    quickFix(`Move ${member} to the container`, removal, insertMember(container, member, value, "image")),
  ];
}
