/**
 * Fargate platform versions for Linux that are retired since 14 December 2020.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-versions-retired.html
 */
export const retiredPlatformVersions: ReadonlySet<string> = new Set(["1.0.0", "1.1.0", "1.2.0"]);

/** The last platform version for Linux before 1.4.0; it still runs. */
export const outdatedPlatformVersion = "1.3.0";
