import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import { appendItem, type Fix, insertMember, quickFix } from "../../kit/fix.ts";

/** Mounts a volume in the first container. */
export function mountVolume(task: TaskDefinition, name: string): readonly Fix[] {
  const container = task.containers[0];
  if (!container) return [];
  const title = `Mount ${name} in ${container.label.replaceAll('"', "")}`;
  const mountPoint = { sourceVolume: name, containerPath: `/mnt/${name}` };
  const list = container.node.filled("mountPoints");
  return [
    list
      ? quickFix(title, appendItem(list, mountPoint))
      : quickFix(title, insertMember(container.node, "mountPoints", [mountPoint])),
  ];
}
