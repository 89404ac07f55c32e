import type { Clock } from "../clock.ts";
import type { Random } from "../random.ts";
import type { AccountSettings } from "./accountSettings.ts";
import type { Alarm } from "./alarms.ts";
import type { Behaviour } from "./behaviour.ts";
import type { CapacityProvider } from "./capacityProvider.ts";
import type { Cluster } from "./cluster.ts";
import type { Pace } from "./pace.ts";
import type { Resources } from "./resources.ts";
import type { Scaling } from "./scaling.ts";
import type { TaskDefinition } from "./taskDefinition.ts";

/** One simulated AWS account in one region: all state that operations read and change. */
export interface Account {
  readonly id: string;
  readonly region: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly pace: Pace;
  readonly behaviours: readonly Behaviour[];
  readonly alarms: readonly Alarm[];
  /** Parts of ARNs of the Lambda functions that fail as lifecycle hooks. */
  readonly failingHooks: readonly string[];
  readonly settings: AccountSettings;
  /** What it holds beside ECS. */
  resources: Resources;
  /** Service Auto Scaling, by resource id. */
  readonly scaling: Map<string, Scaling>;
  /** By name. */
  readonly clusters: Map<string, Cluster>;
  /** By name. */
  readonly capacityProviders: Map<string, CapacityProvider>;
  /** By family; revision n stands at index n - 1, a deleted one leaves a hole. */
  readonly families: Map<string, (TaskDefinition | undefined)[]>;
}

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
