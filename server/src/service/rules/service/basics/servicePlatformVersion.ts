import { outdatedPlatformVersion, retiredPlatformVersions } from "../../../data/platformVersions.ts";
import type { EcsService } from "../../../model/ecsService.ts";
import { quickFix, replaceValue } from "../../kit/fix.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";

export const servicePlatformVersion = serviceFaults([
  {
    id: "platform-version-needs-fargate",
    summary: "A platform version is for Fargate only.",
    severity: "error",
    fix: "delete platformVersion",
    when: ({ launchType }) => launchType?.string === "EC2" || launchType?.string === "EXTERNAL",
    find: ({ root }) => root.filled("platformVersion"),
    message: (_, { launchType }) =>
      `platformVersion is for Fargate only; with launchType ${launchType!.string} AWS refuses it. Remove it.`,
  },
  {
    id: "platform-version-retired",
    summary: "Platform versions before 1.3.0 are retired on Linux, and 1.3.0 is outdated.",
    severity: "warning",
    fix: "use LATEST",
    // On Windows 1.0.0 is the current one.
    when: (service, { task }) => !isWindows(service) && !task?.isWindows,
    find: ({ root }) => {
      const version = root.get("platformVersion");
      const text = version?.string ?? "";
      return retiredPlatformVersions.has(text) || text === outdatedPlatformVersion ? version : undefined;
    },
    message: ({ string }) =>
      string === outdatedPlatformVersion
        ? "Platform version 1.3.0 is outdated: it lacks EFS volumes, larger task sizes and what came later. Use LATEST."
        : `Platform version ${string} was retired in December 2020: no task can be started on it. Use LATEST.`,
    milder: ({ string }) => (string === outdatedPlatformVersion ? "information" : undefined),
    fixes: (version) => [quickFix("Use LATEST", replaceValue(version, "LATEST"))],
  },
]);

function isWindows({ root }: EcsService): boolean {
  return /^windows/i.test(root.get("platformFamily")?.string ?? "");
}
