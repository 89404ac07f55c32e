import { insertMember, quickFix, replaceValue } from "../kit/fix.ts";
import { placeOf } from "../kit/placeOf.ts";
import type { Rule } from "../rule.ts";
import type { TaskDefinition } from "../../model/taskDefinition.ts";
import { listOf } from "../kit/words.ts";
import { likelyNames } from "./portTargets.ts";

/** The names of volumes that a task definition leaves to the service. */
function configuredAtLaunch({ volumes }: TaskDefinition): readonly string[] {
  return volumes
    .filter((volume) => volume.get("configuredAtLaunch")?.boolean === true)
    .flatMap((volume) => volume.get("name")?.string ?? []);
}

const unknownVolume: Rule = {
  id: "volume-configuration-name",
  summary: "A volume configuration is for a volume of the task definition that is configured at launch.",
  severity: "error",
  fix: "use the nearest name",
  appliesTo: "service with its task definition",
  check(service, task, report, taskDocument) {
    if (
      task.symbols.isOpen("volume") ||
      task.volumes.some((volume) => volume.get("configuredAtLaunch")?.isDynamic)
    )
      return;
    const names = configuredAtLaunch(task);
    for (const { name, node, via } of service.symbols.references("volume")) {
      if (via !== "volumeConfigurations" || node.isDynamic || names.includes(name)) continue;
      const volume = task.symbols.definition("volume", name);
      const fault = volume
        ? `The volume "${name}" of the task definition is not configuredAtLaunch`
        : `The task definition has no volume "${name}"`;
      const given =
        names.length > 0
          ? ` Configured at launch: ${listOf(
              names.map((each) => `"${each}"`),
              "and",
            )}.`
          : "";
      report(
        node,
        `${fault}, and AWS answers "The volume name in your request does not have a matching volume in your Task Definition".${given}`,
        {
          fixes: likelyNames(name, names).map((choice) =>
            quickFix(`Use "${choice}"`, replaceValue(node, choice)),
          ),
          related: placeOf(
            "The volumes of the task definition",
            volume?.node ?? task.root.get("volumes") ?? task.family,
            taskDocument,
          ),
        },
      );
    }
  },
};

const missingVolume: Rule = {
  id: "volume-configuration-missing",
  summary: "A volume that is configured at launch needs a volume configuration.",
  severity: "warning",
  fix: "insert volumeConfigurations",
  appliesTo: "service with its task definition",
  check(service, task, report, taskDocument) {
    const { root } = service;
    const list = root.get("volumeConfigurations");
    const entries = list?.items ?? [];
    if (
      service.isUpdate ||
      service.isDescribed ||
      list?.isDynamic ||
      entries.some((entry) => entry.isDynamic || entry.get("name")?.isDynamic)
    )
      return;
    const given = new Set(entries.map((entry) => entry.get("name")?.string));
    for (const name of configuredAtLaunch(task).filter((candidate) => !given.has(candidate))) {
      const entry = {
        name,
        managedEBSVolume: { roleArn: "YOUR_INFRASTRUCTURE_ROLE_ARN", sizeInGiB: 20, encrypted: true },
      };
      const title = `Add a configuration for the volume ${name}`;
      report(
        service.place,
        `The volume "${name}" of the task definition is configuredAtLaunch, but the service has no volumeConfigurations entry for it, so no task can start.`,
        {
          // A service configures one volume.
          fixes:
            entries.length > 0 ? [] : [quickFix(title, insertMember(root, "volumeConfigurations", [entry]))],
          related: placeOf(
            "The volume of the task definition",
            task.symbols.definition("volume", name)?.node,
            taskDocument,
          ),
        },
      );
    }
  },
};

/** Volumes that are configured at launch, against what the service says of them. */
export const volumeNames: readonly Rule[] = [unknownVolume, missingVolume];
