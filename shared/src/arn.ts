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
