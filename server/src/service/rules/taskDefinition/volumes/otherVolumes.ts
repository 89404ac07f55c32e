import { quickFix, remove, replaceValue } from "../../kit/fix.ts";
import { inVolumes, refusals } from "../../kit/refusal.ts";
import type { Rule } from "../../rule.ts";

/** Docker volumes, FSx for Windows File Server and S3 Files. */
export const otherVolumes: readonly Rule[] = [
  ...refusals(
    () => true,
    [
      {
        id: "docker-volume-autoprovision",
        summary: "autoprovision is for Docker volumes that are shared.",
        // The documentation says what it is for; AWS was not seen to refuse it elsewhere.
        severity: "hint",
        about: ["dockerVolumeConfiguration"],
        fix: "delete autoprovision",
        find: (task) =>
          inVolumes("dockerVolumeConfiguration")(task).flatMap((docker) => {
            const autoprovision = docker.get("autoprovision");
            const scope = docker.filled("scope");
            return autoprovision?.boolean === true && (!scope || scope.string === "task")
              ? [autoprovision]
              : [];
          }),
        message: () =>
          'autoprovision creates a volume that is shared and not there yet; a volume with scope "task" is always created. Remove it, or set scope to "shared".',
        fixes: (node) => [quickFix("Remove autoprovision", remove(node))],
      },
      {
        id: "s3files-access-point-root",
        summary: "With an access point of S3 Files the root directory is that of the access point.",
        severity: "error",
        about: ["s3filesVolumeConfiguration"],
        fix: "delete rootDirectory",
        find: (task) =>
          inVolumes("s3filesVolumeConfiguration")(task).flatMap((s3files) => {
            const root = s3files.filled("rootDirectory");
            return s3files.filled("accessPointArn") &&
              root &&
              root.string !== undefined &&
              root.string !== "/"
              ? [root]
              : [];
          }),
        message: ({ string }) =>
          `The access point decides which directory is mounted, so rootDirectory must be "/" or absent, not "${string}". Remove rootDirectory.`,
        fixes: (node) => [quickFix("Remove rootDirectory", remove(node))],
      },
    ],
  ),
  ...refusals(
    (task) => task.isWindows,
    [
      {
        id: "docker-volume-windows-driver",
        summary: "Windows knows the Docker volume driver local only.",
        severity: "warning",
        about: ["dockerVolumeConfiguration"],
        fix: "use local",
        find: (task) =>
          inVolumes(
            "dockerVolumeConfiguration",
            "driver",
          )(task).filter((driver) => driver.string !== undefined && driver.string !== "local"),
        message: ({ string }) =>
          `Windows instances have the volume driver "local" only, so "${string}" is not found and the task does not start. Use local.`,
        fixes: (driver) => [quickFix("Use local", replaceValue(driver, "local"))],
      },
    ],
  ),
  ...refusals(
    (task) => task.osFamily?.string === "LINUX",
    [
      {
        id: "fsx-linux",
        summary: "FSx for Windows File Server is mounted on Windows only.",
        severity: "warning",
        about: ["fsxWindowsFileServerVolumeConfiguration"],
        find: inVolumes("fsxWindowsFileServerVolumeConfiguration"),
        message: () =>
          "ECS mounts FSx for Windows File Server on Windows instances only, and this task runs on Linux. Use EFS, or a Windows operatingSystemFamily.",
      },
    ],
  ),
];
