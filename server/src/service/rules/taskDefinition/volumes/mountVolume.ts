import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import { appendItem, insertMember, type Fix } from "../../kit/fix.ts";

/** Mounts a volume in the first container. */
export function mountVolume(task: TaskDefinition, name: string): readonly Fix[] {
  const container = task.containers[0];
  if (!container) return [];
  const title = `Mount ${name} in ${container.label.replaceAll('"', "")}`;
  const mountPoint = { sourceVolume: name, containerPath: `/mnt/${name}` };
  const list = container.node.filled("mountPoints");
  return [
    list
      ? appendItem(title, list, mountPoint)
      : insertMember(title, container.node, "mountPoints", [mountPoint]),
  ];
}
