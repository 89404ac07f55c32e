/** An Amazon Resource Name, taken apart. */
export interface Arn {
  /** `aws`, `aws-cn`, `aws-us-gov`, … */
  readonly partition: string;
  readonly service: string;
  /** Empty for global services, such as IAM. */
  readonly region: string;
  /** Twelve digits; empty where the resource belongs to no account, such as an S3 bucket. */
  readonly account: string;
  /** Everything behind the fifth colon, colons included. */
  readonly resource: string;
}

/**
 * Takes an ARN apart; undefined for any other text. The parts are not judged.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function parseArn(text: string): Arn | undefined {
  const match = /^arn:([^:]+):([^:]+):([^:]*):([^:]*):([^]*)$/.exec(text);
  if (!match) return undefined;
  const [, partition = "", service = "", region = "", account = "", resource = ""] = match;
  return { partition, service, region, account, resource };
}

/** The partition that a region belongs to. https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html */
export function partitionOf(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  if (region.startsWith("us-gov-")) return "aws-us-gov";
  if (region.startsWith("eusc-")) return "aws-eusc";
  if (region.startsWith("us-isob-")) return "aws-iso-b";
  if (region.startsWith("eu-isoe-")) return "aws-iso-e";
  if (region.startsWith("us-isof-")) return "aws-iso-f";
  return region.startsWith("us-iso-") ? "aws-iso" : "aws";
}

/** A reference to a secret in Secrets Manager, as `valueFrom` and `credentialsParameter` take it. */
export interface SecretReference {
  /** Name without the random suffix, where there is one. */
  readonly name: string;
  readonly jsonKey?: string;
  readonly versionStage?: string;
  readonly versionId?: string;
}

/**
 * The secret, field and version that a Secrets Manager ARN names; undefined for other ARNs.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
 */
export function secretReference(arn: Arn): SecretReference | undefined {
  const [kind, secret, jsonKey, versionStage, versionId] = arn.resource.split(":");
  if (arn.service !== "secretsmanager" || kind !== "secret" || !secret) return undefined;
  return {
    name: secret.replace(/-[A-Za-z0-9]{6}$/, ""),
    ...(jsonKey && { jsonKey }),
    ...(versionStage && { versionStage }),
    ...(versionId && { versionId }),
  };
}

/** The name of an SSM parameter, with the slash that an ARN leaves out of `/path/name`; undefined for other ARNs. */
export function parameterName(arn: Arn): string | undefined {
  if (arn.service !== "ssm" || !arn.resource.startsWith("parameter/")) return undefined;
  const name = arn.resource.slice("parameter/".length);
  return name.includes("/") ? `/${name}` : name;
}
