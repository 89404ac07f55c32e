import {
  defaultEbsVolumeType,
  ebsInitializationRate,
  ebsThroughput,
  ebsVolumeTypes,
  type EbsVolumeType,
  type Range,
} from "../../../data/ebsVolumes.ts";
import type { JsonNode } from "../../../syntax/jsonNode.ts";
import type { EcsService } from "../../../model/ecsService.ts";
import { type Fix, insertMember, quickFix, remove, replaceValue } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";

/** The type of a volume: gp3 where it names none; undefined where it is not known. */
function typeOf(volume: JsonNode): string | undefined {
  const type = volume.filled("volumeType");
  return type ? type.string : defaultEbsVolumeType;
}

function limitsOf(volume: JsonNode): EbsVolumeType | undefined {
  return ebsVolumeTypes.get(typeOf(volume) ?? "");
}

/** The member of each volume whose number is outside of what the volume's type allows. */
function outside(
  key: string,
  range: (type: EbsVolumeType) => Range | undefined,
): (service: EcsService) => readonly (JsonNode | undefined)[] {
  return ({ managedVolumes }) =>
    managedVolumes.map((volume) => {
      const limits = limitsOf(volume);
      const member = volume.get(key);
      return limits && isOutside(member, range(limits)) ? member : undefined;
    });
}

function isOutside(node: JsonNode | undefined, range: Range | undefined): boolean {
  return (
    node?.number !== undefined &&
    range !== undefined &&
    (node.number < range.least || node.number > range.most)
  );
}

function bound(node: JsonNode, { least, most }: Range): Fix {
  const value = node.number! < least ? least : most;
  return quickFix(`Use ${value}`, replaceValue(node, value));
}

const faults = serviceFaults([
  {
    id: "ebs-size-range",
    summary: "Each type of EBS volume has its sizes.",
    severity: "error",
    fix: "use the nearest size",
    find: outside("sizeInGiB", ({ size }) => size),
    message: ({ number, parent }) => {
      const { least, most } = limitsOf(parent!)!.size;
      return `sizeInGiB is ${number}, but ${typeOf(parent!)} volumes are ${least} to ${most} GiB.`;
    },
    fixes: (size) => [bound(size, limitsOf(size.parent!)!.size)],
  },
  {
    id: "ebs-iops-type",
    summary: "Only gp3, io1 and io2 volumes have provisioned IOPS.",
    severity: "error",
    fix: "delete iops",
    find: ({ managedVolumes }) =>
      managedVolumes.map((volume) => {
        const limits = limitsOf(volume);
        const iops = volume.get("iops");
        return limits && !limits.iops && iops?.number !== 0 ? iops : undefined;
      }),
    message: ({ parent }) =>
      `${typeOf(parent!)} volumes have no provisioned IOPS, and AWS refuses iops. Remove it, or use gp3, io1 or io2.`,
  },
  {
    id: "ebs-iops-required",
    summary: "io1 and io2 volumes need IOPS.",
    severity: "error",
    fix: "insert iops 3000",
    find: ({ managedVolumes }) =>
      managedVolumes
        .filter((volume) => limitsOf(volume)?.needsIops && !volume.get("iops"))
        .map((volume) => volume.get("volumeType")),
    message: ({ string }) => `${string} volumes need iops, the operations per second to provision.`,
    fixes: (type) => [quickFix("Add iops 3000", insertMember(type.parent!, "iops", 3000, "volumeType"))],
  },
  {
    id: "ebs-iops-range",
    summary: "Each type of EBS volume has its range of IOPS.",
    severity: "warning",
    fix: "use the nearest value",
    find: outside("iops", ({ iops }) => iops),
    message: ({ number, parent }) => {
      const { least, most } = limitsOf(parent!)!.iops!;
      return `iops is ${number}, but ${typeOf(parent!)} volumes have ${least} to ${most}.`;
    },
    fixes: (iops) => [bound(iops, limitsOf(iops.parent!)!.iops!)],
  },
]);

const throughput: Rule = {
  id: "ebs-throughput",
  summary: "Throughput can be provisioned for gp3 volumes only.",
  severity: "error",
  fix: "delete throughput, or use the nearest value",
  appliesTo: "service",
  check({ managedVolumes }, report) {
    for (const volume of managedVolumes) {
      const node = volume.get("throughput");
      const type = typeOf(volume);
      if (!node || node.number === 0 || type === undefined) continue;
      if (type !== "gp3") {
        report(
          node,
          `throughput can be provisioned for gp3 volumes only, not for ${type}: AWS refuses it. Remove it, or use gp3.`,
          { fixes: [quickFix("Remove throughput", remove(node))] },
        );
      } else if (isOutside(node, ebsThroughput)) {
        report(
          node,
          `throughput is ${node.number}, but gp3 volumes have ${ebsThroughput.least} to ${ebsThroughput.most} MiB/s.`,
          {
            severity: "warning",
            fixes: [bound(node, ebsThroughput)],
          },
        );
      }
    }
  },
};

const initializationRate: Rule = {
  id: "ebs-initialization-rate",
  summary: "A volume is filled from a snapshot at 100 to 300 MiB/s.",
  severity: "warning",
  fix: "use the nearest value",
  appliesTo: "service",
  check({ managedVolumes }, report) {
    for (const volume of managedVolumes) {
      const rate = volume.get("volumeInitializationRate");
      if (!rate || rate.number === 0) continue;
      const { least, most } = ebsInitializationRate;
      if (isOutside(rate, ebsInitializationRate)) {
        report(rate, `volumeInitializationRate is ${rate.number}, but it is ${least} to ${most} MiB/s.`, {
          fixes: [bound(rate, ebsInitializationRate)],
        });
      } else if (!volume.filled("snapshotId")) {
        report(
          rate,
          "volumeInitializationRate is the speed at which a snapshot is loaded, but the volume has no snapshotId. Remove it, or name the snapshot.",
          {
            fixes: [quickFix("Remove volumeInitializationRate", remove(rate))],
          },
        );
      }
    }
  },
};

/** What the types of EBS volumes allow. */
export const ebsLimits: readonly Rule[] = [...faults, throughput, initializationRate];
