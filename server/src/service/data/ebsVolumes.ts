/** An inclusive range. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

export interface EbsVolumeType {
  /** GiB. */
  readonly size: Range;
  /** Operations per second that can be provisioned; absent where none can. */
  readonly iops?: Range;
  /** True where they must be provisioned. */
  readonly needsIops?: true;
}

/**
 * Limits of EBS volume types. Where the sources differ (gp3 and io2 grew in 2025) the wider limit stands.
 * https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceManagedEBSVolumeConfiguration.html
 */
export const ebsVolumeTypes: ReadonlyMap<string, EbsVolumeType> = new Map([
  ["gp2", { size: { least: 1, most: 16384 } }],
  ["gp3", { size: { least: 1, most: 65536 }, iops: { least: 3000, most: 80000 } }],
  ["io1", { size: { least: 4, most: 16384 }, iops: { least: 100, most: 64000 }, needsIops: true }],
  ["io2", { size: { least: 4, most: 65536 }, iops: { least: 100, most: 256000 }, needsIops: true }],
  ["st1", { size: { least: 125, most: 16384 } }],
  ["sc1", { size: { least: 125, most: 16384 } }],
  ["standard", { size: { least: 1, most: 1024 } }],
]);

/** The type of a volume that names none. */
export const defaultEbsVolumeType = "gp3";

/** MiB/s that can be provisioned for gp3. */
export const ebsThroughput: Range = { least: 125, most: 2000 };

/** MiB/s at which a volume can be filled from its snapshot. https://docs.aws.amazon.com/ebs/latest/userguide/initalize-volume.html */
export const ebsInitializationRate: Range = { least: 100, most: 300 };

/** Tags that ECS gives its volumes itself. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EBSTagSpecification.html */
export const reservedEbsTags: ReadonlySet<string> = new Set(["AmazonECSCreated", "AmazonECSManaged"]);
