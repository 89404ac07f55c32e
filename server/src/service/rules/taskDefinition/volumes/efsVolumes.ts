import type { JsonNode } from "../../../syntax/jsonNode.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import { type Fix, insertMember, quickFix } from "../../kit/fix.ts";
import { inVolumes, refusals } from "../../kit/refusal.ts";

const everyTask = (): boolean => true;

/** EFS volumes, and what their members demand of each other. */
export const efsVolumes = [
  ...refusals(everyTask, [
    {
      id: "efs-access-point-root-directory",
      covers: ["efs-root-directory-absolute"],
      summary: "With an EFS access point the root directory is that of the access point.",
      severity: "error",
      about: ["efsVolumeConfiguration"],
      fix: "delete rootDirectory",
      find: (task) =>
        efsOf(task).flatMap((efs) => {
          const root = efs.filled("rootDirectory");
          return accessPoint(efs) && root && root.string !== undefined && root.string !== "/" ? [root] : [];
        }),
      message: ({ string }) =>
        `The access point decides which directory is mounted, so rootDirectory must be "/" or absent, not "${string}"; AWS refuses the registration. Remove rootDirectory.`,
    },
    {
      id: "efs-access-point-encryption",
      summary: "An EFS access point needs encryption in transit.",
      severity: "warning",
      about: ["efsVolumeConfiguration"],
      fix: "enable transitEncryption",
      find: (task) =>
        unencrypted(task).flatMap((efs) => (accessPoint(efs) ? [efs.get("transitEncryption") ?? efs] : [])),
      message: () =>
        "An EFS access point can be used with encryption in transit only. Set transitEncryption to ENABLED.",
      fixes: (node) => enableEncryption(node.key === "transitEncryption" ? node.parent! : node),
    },
    {
      id: "efs-iam-encryption",
      summary: "IAM authorization of EFS needs encryption in transit.",
      severity: "error",
      about: ["efsVolumeConfiguration"],
      fix: "enable transitEncryption",
      find: (task) => unencrypted(task).flatMap((efs) => iamAuthorization(efs) ?? []),
      message: () =>
        "IAM authorization needs encryption in transit: without transitEncryption ENABLED AWS refuses the registration. Enable it.",
      fixes: (iam) => enableEncryption(iam.parent!.parent!),
    },
    {
      id: "efs-port-encryption",
      summary: "A port for encryption in transit needs encryption in transit.",
      severity: "error",
      about: ["efsVolumeConfiguration"],
      fix: "enable transitEncryption",
      find: (task) => unencrypted(task).flatMap((efs) => encryptionPort(efs) ?? []),
      message: () =>
        "transitEncryptionPort is the port of encryption in transit: without transitEncryption ENABLED AWS refuses the registration. Enable it, or remove the port.",
      fixes: (port) => enableEncryption(port.parent!),
    },
    {
      id: "efs-unencrypted",
      summary: "Traffic with EFS is best encrypted.",
      severity: "information",
      about: ["efsVolumeConfiguration"],
      fix: "enable transitEncryption",
      // Where encryption is demanded, that is what is told.
      find: (task) =>
        unencrypted(task).filter(
          (efs) => !accessPoint(efs) && !iamAuthorization(efs) && !encryptionPort(efs),
        ),
      message: () =>
        "What the task reads and writes on this file system crosses the network in plain text. Set transitEncryption to ENABLED.",
      fixes: enableEncryption,
    },
  ]),
  ...refusals(
    (task) => task.isWindows,
    [
      {
        id: "efs-windows",
        covers: ["efs-unencrypted"],
        summary: "Windows containers cannot mount EFS.",
        severity: "warning",
        about: ["efsVolumeConfiguration"],
        find: efsOf,
        message: () =>
          "EFS volumes cannot be mounted in Windows containers, so the task does not start. Use FSx for Windows File Server.",
      },
    ],
  ),
];

function efsOf(task: TaskDefinition): readonly JsonNode[] {
  return inVolumes("efsVolumeConfiguration")(task);
}

/** The EFS volumes without encryption in transit; where it is filled in later it is taken for granted. */
function unencrypted(task: TaskDefinition): readonly JsonNode[] {
  return efsOf(task).filter((efs) => {
    const encryption = efs.filled("transitEncryption");
    return !efs.isDynamic && (!encryption || (!encryption.isDynamic && encryption.string !== "ENABLED"));
  });
}

function accessPoint(efs: JsonNode): JsonNode | undefined {
  return efs.get("authorizationConfig")?.filled("accessPointId");
}

function iamAuthorization(efs: JsonNode): JsonNode | undefined {
  const iam = efs.at("authorizationConfig", "iam");
  return iam?.string === "ENABLED" ? iam : undefined;
}

function encryptionPort(efs: JsonNode): JsonNode | undefined {
  const port = efs.get("transitEncryptionPort");
  return port && port.number !== 0 ? port : undefined;
}

function enableEncryption(efs: JsonNode): readonly Fix[] {
  return [quickFix("Enable transitEncryption", insertMember(efs, "transitEncryption", "ENABLED"))];
}
