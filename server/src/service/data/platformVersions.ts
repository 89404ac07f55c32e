/**
 * Fargate platform versions for Linux that are retired since 14 December 2020.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-versions-retired.html
 */
export const retiredPlatformVersions: ReadonlySet<string> = new Set(["1.0.0", "1.1.0", "1.2.0"]);

/** The last platform version for Linux before 1.4.0; it still runs. */
export const outdatedPlatformVersion = "1.3.0";

export interface PlatformVersion {
  readonly version: string;
  readonly note: string;
}

/** Platform versions that Fargate runs. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html */
export function supportedPlatformVersions(isWindows: boolean): readonly PlatformVersion[] {
  const latest = { version: "LATEST", note: "default: the newest" };
  return [latest, { version: isWindows ? "1.0.0" : "1.4.0", note: isWindows ? "for Windows" : "for Linux" }];
}

/** Fargate's capacity providers. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html */
export const fargateProviders = [
  { name: "FARGATE", meaning: "on demand" },
  { name: "FARGATE_SPOT", meaning: "spare capacity, cheaper, can be interrupted" },
] as const;
