import { insertMember, quickFix, replaceValue } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import { placeOf } from "../../kit/placeOf.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";

/** The EBS volumes that ECS makes for each task. */
export const ebsVolumes = serviceFaults([
  {
    id: "volume-config-daemon",
    summary: "EBS volumes need REPLICA.",
    severity: "error",
    when: ({ isDaemon }) => isDaemon,
    find: ({ root }) => root.filled("volumeConfigurations"),
    message: () =>
      "ECS makes EBS volumes for tasks of REPLICA services only; with DAEMON AWS refuses volumeConfigurations. Use REPLICA, or a volume of the task definition.",
  },
  {
    id: "ebs-size-or-snapshot",
    summary: "An EBS volume has a size or a snapshot.",
    severity: "error",
    fix: "insert sizeInGiB 20",
    find: ({ managedVolumes }) =>
      managedVolumes.filter(
        (volume) => !volume.isDynamic && !volume.get("sizeInGiB") && !volume.filled("snapshotId"),
      ),
    message: () =>
      "The volume has neither sizeInGiB nor snapshotId, so AWS cannot tell how large it is and refuses the service. Give one of them.",
    fixes: (volume) => [quickFix("Add sizeInGiB 20", insertMember(volume, "sizeInGiB", 20))],
  },
  {
    id: "ebs-standard-fargate",
    summary: "Fargate does not support magnetic volumes.",
    severity: "warning",
    fix: "use gp3",
    when: ({ isFargate }) => isFargate,
    find: ({ managedVolumes }) =>
      managedVolumes.map((volume) => volume.get("volumeType")).filter((type) => type?.string === "standard"),
    message: () => "Fargate does not support magnetic volumes (standard). Use gp3.",
    fixes: (type) => [quickFix("Use gp3", replaceValue(type, "gp3"))],
  },
  {
    // The schema knows which file systems there are.
    id: "ebs-filesystem",
    summary: "EBS volumes are formatted with ext3, ext4 or xfs, for Windows with ntfs.",
    severity: "error",
    fix: "use xfs",
    when: (_, { task }) => task?.isWhole === true && !task.isWindows && !task.osFamily?.isDynamic,
    find: ({ managedVolumes }) =>
      managedVolumes.map((volume) => volume.get("filesystemType")).filter((type) => type?.string === "ntfs"),
    related: ({ task, taskDocument }) =>
      placeOf("The task definition, which is for Linux", task?.osFamily ?? task?.family, taskDocument),
    message: () => "ntfs is for Windows tasks, and the task definition is for Linux. Use xfs, ext4 or ext3.",
    milder: () => "warning",
    fixes: (type) => [quickFix("Use xfs", replaceValue(type, "xfs"))],
  },
  {
    id: "ebs-kms-without-encryption",
    summary: "A KMS key is for volumes that are encrypted.",
    severity: "warning",
    fix: "set encrypted true",
    find: ({ managedVolumes }) =>
      managedVolumes
        .filter((volume) => volume.get("encrypted")?.boolean === false)
        .map((volume) => volume.filled("kmsKeyId")),
    message: () =>
      "A kmsKeyId is given, but encrypted is false: the key is not used. Set encrypted to true, or remove the key.",
    fixes: ({ parent }) => [quickFix("Set encrypted true", insertMember(parent!, "encrypted", true))],
  },
  {
    id: "ebs-unencrypted",
    summary: "A volume should say that it is encrypted.",
    severity: "hint",
    fix: "set encrypted true",
    find: ({ managedVolumes }) =>
      managedVolumes.map((volume) => {
        const encrypted = volume.get("encrypted");
        if (encrypted?.boolean === false) return encrypted;
        return encrypted || volume.isDynamic ? undefined : volume;
      }),
    place: keyPlace,
    message: () =>
      "The volume is encrypted only if that is the default of the account. Set encrypted to true.",
    fixes: (node) => [
      quickFix(
        "Set encrypted true",
        insertMember(node.type === "object" ? node : node.parent!, "encrypted", true),
      ),
    ],
  },
]);
