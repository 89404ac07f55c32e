import { guide, type Explanation } from "./explanation.ts";

const efs = guide("resource-initialization-error");

/** Why a volume could not be given to a task. */
export const volumeExplanations: readonly Explanation[] = [
  {
    id: "efs-not-resolved",
    says: /(?:EFS|mount\.nfs)/i,
    andSays: [/Failed to resolve/i],
    means: "The name of an EFS file system cannot be resolved.",
    todo: "Check fileSystemId in the volume, that the file system has a mount target in the task's zone, and that DNS resolution and host names are enabled in the VPC.",
    link: efs,
  },
  {
    id: "efs-denied",
    says: /(?:EFS|mount\.nfs)/i,
    andSays: [/access denied/i],
    means: "The EFS file system does not let the task in.",
    todo: "With IAM authorization the task role needs elasticfilesystem:ClientMount (and ClientWrite), and transitEncryption must be ENABLED. Check the policy of the file system and the access point.",
    link: efs,
  },
  {
    id: "efs-path",
    says: /(?:EFS|mount\.nfs)/i,
    andSays: [/No such file or directory/i],
    means: "The directory to mount does not exist in the EFS file system.",
    todo: "Create rootDirectory in the file system, or use an access point, which creates its own.",
    link: efs,
  },
  {
    id: "efs-mount",
    says: /(?:failed to invoke EFS utils|mount\.nfs|EFS volumes?)/i,
    means: "An EFS volume could not be mounted.",
    todo: "The file system needs a mount target in the task's zone, whose security group lets port 2049 in from the task's. With IAM authorization the task role needs elasticfilesystem:ClientMount.",
    link: efs,
  },
  {
    id: "ebs-volume",
    says: /\bEBS\b/,
    means: "An EBS volume could not be made or attached.",
    todo: "The role of the volume configuration needs the policy AmazonECSInfrastructureRolePolicyForVolumes. Check size, snapshot and key, and the account's limits of EBS volumes.",
    link: guide("troubleshoot-ebs-volumes"),
  },
  {
    id: "volume-driver",
    says: /CannotCreateVolumeError/,
    means: "A volume could not be created.",
    todo: "Install the volume's driver on the container instances and check its options; Fargate has no drivers of others.",
    link: guide("stopped-task-error-codes"),
  },
];
