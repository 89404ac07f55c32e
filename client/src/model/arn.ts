/** The last part of an ARN's resource, which is the name or id: `orders` of `…:service/live/orders`. */
export function nameOfArn(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}

/** `orders:12` of `…:task-definition/orders:12`, split into family and revision. */
export function familyAndRevision(arn: string): { readonly family: string; readonly revision: number } {
  const [family = "", revision = ""] = nameOfArn(arn).split(":");
  return { family, revision: Number(revision) };
}

/** The number of the account to which a resource belongs. */
export function accountOfArn(arn: string): string {
  return arn.split(":")[4] ?? "";
}

/** The region in which a resource stands. */
export function regionOfArn(arn: string): string {
  return arn.split(":")[3] ?? "";
}
