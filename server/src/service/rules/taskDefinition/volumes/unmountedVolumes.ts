import type { JsonNode } from "../../../syntax/jsonNode.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import { quickFix, removeEntry } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";
import { mountVolume } from "./mountVolume.ts";

const unused: Rule = {
  id: "volume-unused",
  summary: "A volume is there to be mounted.",
  severity: "information",
  about: ["volumes"],
  fix: "delete or mount the volume",
  appliesTo: "task-definition",
  check(task, report) {
    if (task.shape === "fragment") return;
    for (const { name, volume } of unmounted(task)) {
      const atLaunch = volume.get("configuredAtLaunch");
      if (atLaunch && atLaunch.boolean !== false) continue;
      report(
        name,
        `No container mounts the volume "${name.string}". Mount it where it is needed, or remove it.`,
        {
          fixes: [quickFix(`Remove ${name.string}`, removeEntry(volume)), ...mountVolume(task, name.string!)],
        },
      );
    }
  },
};

const atLaunchUnmounted: Rule = {
  id: "volume-configured-at-launch-unmounted",
  summary: "A volume that is configured at launch must be mounted.",
  severity: "error",
  about: ["configuredAtLaunch"],
  fix: "mount the volume",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { name, volume } of unmounted(task)) {
      if (volume.get("configuredAtLaunch")?.boolean !== true) continue;
      report(
        name,
        `No container mounts the volume "${name.string}", which is configured at launch; AWS answers "Volumes [${name.string}] are not referenced ` +
          'by any of the containers". Mount it in a container.',
        { fixes: mountVolume(task, name.string!), ...(task.shape === "fragment" && { severity: "hint" }) },
      );
    }
  },
};

/** The volumes that surely no container mounts. */
function unmounted(task: TaskDefinition): { name: JsonNode; volume: JsonNode }[] {
  if (task.volumes.length === 0 || mayMountMore(task)) return [];
  const mounted = new Set(task.symbols.references("volume").map(({ name }) => name));
  return task.volumes.flatMap((volume) => {
    const name = volume.get("name");
    return name?.string && !mounted.has(name.string) ? [{ name, volume }] : [];
  });
}

/** True when mounts are filled in later. */
function mayMountMore({ root, containers }: TaskDefinition): boolean {
  const list = root.get("containerDefinitions");
  if (list?.isDynamic || list?.items.some((item) => item.isDynamic)) return true;
  return containers.some(({ node }) => {
    const mountPoints = node.get("mountPoints");
    return (
      mountPoints?.isDynamic ||
      mountPoints?.items.some((entry) => entry.isDynamic || entry.get("sourceVolume")?.isDynamic)
    );
  });
}

/** Volumes that are declared for nothing. */
export const unmountedVolumes: readonly Rule[] = [unused, atLaunchUnmounted];
