import type { ServiceManagedEBSVolumeConfiguration } from "@aws-sdk/client-ecs";
import type { Wire } from "../../../protocol/wire.ts";
import { firstRefusal, type Check } from "../refusal.ts";
import type { ServiceInput } from "./input.ts";

type EbsVolume = Wire<ServiceManagedEBSVolumeConfiguration>;

/** Sizes of EBS volumes in GiB, by type. */
const sizes: Readonly<Record<string, readonly [least: number, most: number]>> = {
  gp2: [1, 16384],
  gp3: [1, 65536],
  io1: [4, 16384],
  io2: [4, 65536],
  st1: [125, 16384],
  sc1: [125, 16384],
  standard: [1, 1024],
};

const size: Check<EbsVolume> = ({ volumeType = "gp3", sizeInGiB, snapshotId }) => {
  if (sizeInGiB === undefined)
    return snapshotId === undefined
      ? "Either sizeInGiB or snapshotId must be specified for a managed EBS volume."
      : undefined;
  const [least, most] = sizes[volumeType] ?? [1, 65536];
  return sizeInGiB < least || sizeInGiB > most
    ? `The size of a ${volumeType} volume must be between ${least} and ${most} GiB.`
    : undefined;
};

const speed: Check<EbsVolume> = ({ volumeType = "gp3", iops, throughput }) => {
  if (iops !== undefined && !["gp3", "io1", "io2"].includes(volumeType))
    return `iops is not supported for volume type ${volumeType}.`;
  if (iops === undefined && (volumeType === "io1" || volumeType === "io2"))
    return `iops is required for volume type ${volumeType}.`;
  return throughput !== undefined && volumeType !== "gp3"
    ? `throughput is not supported for volume type ${volumeType}.`
    : undefined;
};

const filesystems = ["ext3", "ext4", "xfs", "ntfs"];

const filesystem: Check<EbsVolume> = ({ filesystemType }) =>
  filesystemType === undefined || filesystems.includes(filesystemType)
    ? undefined
    : `Filesystem type should be one of [${filesystems.join(",")}]`;

const volumes: Check<ServiceInput> = ({ request: { volumeConfigurations = [] }, definition }) => {
  if (volumeConfigurations.length > 1) return "Only one volume configuration can be specified.";
  const atLaunch = (definition?.record.volumes ?? [])
    .filter(({ configuredAtLaunch }) => configuredAtLaunch)
    .map(({ name }) => name);
  for (const { name = "", managedEBSVolume: volume } of volumeConfigurations) {
    if (!atLaunch.includes(name))
      return `The volume name '${name}' in your request does not have a matching volume in your Task Definition that is configurable at launch.`;
    const message = volume && firstRefusal([size, speed, filesystem], volume);
    if (message !== undefined) return message;
  }
  return undefined;
};

export const volumeChecks: readonly Check<ServiceInput>[] = [volumes];
