/**
 * Windows releases that Fargate runs.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-versions-windows.html
 */
export const fargateWindowsReleases: readonly string[] = [
  "WINDOWS_SERVER_2019_CORE",
  "WINDOWS_SERVER_2019_FULL",
  "WINDOWS_SERVER_2022_CORE",
  "WINDOWS_SERVER_2022_FULL",
];

/** Newer than the documentation of Fargate: neither known to run there nor known not to. */
export const recentWindowsReleases: readonly string[] = ["WINDOWS_SERVER_2025_CORE", "WINDOWS_SERVER_2025_FULL"];

/** What to offer in place of a release that does not run. */
export const commonWindowsRelease = "WINDOWS_SERVER_2022_CORE";
