import type { Spelling } from "../../syntax/spelling.ts";

/**
 * The members whose names in CloudFormation are not those of the API with a capital. Where a name means
 * several things in the API, the member that holds it comes first.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_ECS.html
 */
const irregular: ReadonlyMap<string, string> = new Map([
  ["placementStrategy", "PlacementStrategies"],
  ["proxyConfiguration.properties", "ProxyConfigurationProperties"],
  ["efsVolumeConfiguration", "EFSVolumeConfiguration"],
  ["efsVolumeConfiguration.fileSystemId", "FilesystemId"],
  ["fsxWindowsFileServerVolumeConfiguration", "FSxWindowsFileServerVolumeConfiguration"],
  ["s3filesVolumeConfiguration", "S3FilesVolumeConfiguration"],
  ["authorizationConfig.iam", "IAM"],
]);

/** A member's name in CloudFormation. */
export function cloudFormationName(name: string, holder?: string): string {
  return (
    irregular.get(`${holder ?? ""}.${name}`) ??
    irregular.get(name) ??
    name.charAt(0).toUpperCase() + name.slice(1)
  );
}

const regular: ReadonlyMap<string, string> = new Map(
  [...irregular].map(([name, written]) => [written, name.split(".").at(-1)!]),
);

/** The API's name of a member of which no schema is known. */
export function likelyApiName(written: string): string {
  // Task sets write it in another way than services.
  if (written === "AwsVpcConfiguration") return "awsvpcConfiguration";
  return regular.get(written) ?? written.charAt(0).toLowerCase() + written.slice(1);
}

export const cloudFormationSpelling: Spelling = { write: (name) => cloudFormationName(name) };
