import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { quickFix, remove } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import { isSet } from "../../kit/refusal.ts";
import type { Rule } from "../../rule.ts";

/** The members of which a volume has one. */
const kinds = [
  "host",
  "dockerVolumeConfiguration",
  "efsVolumeConfiguration",
  "fsxWindowsFileServerVolumeConfiguration",
  "s3filesVolumeConfiguration",
];

const oneType: Rule = {
  id: "volume-one-type",
  summary: "A volume has one configuration.",
  severity: "error",
  about: kinds,
  appliesTo: "task-definition",
  check(task, report) {
    for (const volume of task.volumes) {
      const [first, second] = configurations(volume);
      if (!first || !second) continue;
      report(
        keyPlace(second),
        `This volume is configured twice: by ${first.key} and by ${second.key}. A volume is of one kind, so AWS refuses it. Remove one of them.`,
        {
          fixes: [
            quickFix(`Remove ${second.key}`, remove(second)),
            quickFix(`Remove ${first.key}`, remove(first)),
          ],
          related: [{ message: "The other configuration stands here.", span: keyPlace(first) }],
        },
      );
    }
  },
};

const atLaunchWithConfig: Rule = {
  id: "volume-configured-at-launch-with-config",
  summary: "A volume that is configured at launch has no configuration in the task definition.",
  severity: "error",
  about: ["configuredAtLaunch"],
  fix: "delete the other member",
  appliesTo: "task-definition",
  check(task, report) {
    for (const volume of task.volumes.filter(isConfiguredAtLaunch)) {
      for (const configuration of configurations(volume)) {
        report(
          keyPlace(configuration),
          `${configuration.key} cannot stand beside configuredAtLaunch, which leaves it to the service or to RunTask what the volume is; AWS refuses both. Remove one of them.`,
          { fixes: [quickFix(`Remove ${configuration.key}`, remove(configuration))] },
        );
      }
    }
  },
};

const atLaunchMultiple: Rule = {
  id: "volume-configured-at-launch-multiple",
  summary: "One volume of a task can be configured at launch.",
  severity: "error",
  about: ["configuredAtLaunch"],
  appliesTo: "task-definition",
  check(task, report) {
    const [first, ...others] = task.volumes.filter(isConfiguredAtLaunch);
    for (const volume of others) {
      report(
        volume.get("configuredAtLaunch")!,
        "A task can have one volume that is configured at launch, and another one stands before; AWS refuses more. Give this one a configuration here.",
        {
          related: [
            { message: "This one is configured at launch too.", span: first!.get("configuredAtLaunch")! },
          ],
        },
      );
    }
  },
};

function isConfiguredAtLaunch(volume: JsonNode): boolean {
  return volume.get("configuredAtLaunch")?.boolean === true;
}

/** The configurations of a volume, in the order of the file. */
function configurations(volume: JsonNode): readonly JsonNode[] {
  return volume.members.filter(
    (member) => kinds.includes(member.key!) && member.type !== "null" && isSet(member),
  );
}

/** What a volume is. */
export const volumeKind: readonly Rule[] = [oneType, atLaunchWithConfig, atLaunchMultiple];
