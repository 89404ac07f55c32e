import type { Account } from "./types.ts";

type Owner = Pick<Account, "id" | "region">;

/** The ARN of a resource of `service` in the account. */
export function arn(account: Owner, service: string, resource: string): string {
  return `arn:aws:${service}:${account.region}:${account.id}:${resource}`;
}

export const ecsArn = (account: Owner, resource: string): string => arn(account, "ecs", resource);

/** The ARN of a resource of IAM, which has no region. */
export const iamArn = (account: Owner, resource: string): string => `arn:aws:iam::${account.id}:${resource}`;

/** What follows the last slash of an ARN, or the text itself when it is a plain name. */
export const lastPart = (arnOrName: string): string => arnOrName.slice(arnOrName.lastIndexOf("/") + 1);
