/** For what an image was built, as image manifests write it: `linux` and `amd64`. */
export interface Platform {
  readonly os: string;
  readonly architecture: string;
}

/**
 * What a manifest tells: its platforms; or, where it is of one image, the digest of the layer that tells its
 * platform.
 */
export type ManifestContent = { readonly platforms: readonly Platform[] } | { readonly config: string };

interface Manifest {
  readonly manifests?: readonly { readonly platform?: Partial<Platform> }[];
  readonly config?: { readonly digest?: string };
}

/**
 * Reads an image manifest or a list of them:
 * https://github.com/opencontainers/image-spec/blob/main/image-index.md
 */
export function readManifest(text: string): ManifestContent {
  const { manifests, config } = JSON.parse(text) as Manifest;
  if (!manifests) return { config: config?.digest ?? "" };
  // Attestations stand beside the images and are for no platform.
  return {
    platforms: manifests.flatMap(({ platform }) =>
      platform?.os !== undefined && platform.architecture !== undefined && platform.os !== "unknown"
        ? [{ os: platform.os, architecture: platform.architecture }]
        : [],
    ),
  };
}

interface RuntimePlatform {
  readonly cpuArchitecture?: string;
  readonly operatingSystemFamily?: string;
}

/**
 * What a task definition's platform is to images. On instances, a task definition that says nothing runs on
 * what the cluster has.
 */
export function wantedPlatform({
  runtimePlatform,
  requiresCompatibilities,
}: {
  readonly runtimePlatform?: RuntimePlatform;
  readonly requiresCompatibilities?: readonly string[];
}): Platform | undefined {
  if (!runtimePlatform && !requiresCompatibilities?.includes("FARGATE")) return undefined;
  const { cpuArchitecture = "X86_64", operatingSystemFamily = "LINUX" } = runtimePlatform ?? {};
  return {
    os: operatingSystemFamily.startsWith("WINDOWS") ? "windows" : "linux",
    architecture: cpuArchitecture === "ARM64" ? "arm64" : "amd64",
  };
}

export const platformWords = ({ os, architecture }: Platform): string => `${os}/${architecture}`;
