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
export const recentWindowsReleases: readonly string[] = [
  "WINDOWS_SERVER_2025_CORE",
  "WINDOWS_SERVER_2025_FULL",
];

/** Releases that nothing runs any more. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-optimized_windows_AMI.html */
export const retiredWindowsReleases: readonly string[] = [
  "WINDOWS_SERVER_2004_CORE",
  "WINDOWS_SERVER_20H2_CORE",
];

/** What to offer in place of a release that does not run. */
export const commonWindowsRelease = "WINDOWS_SERVER_2022_CORE";
