import type { Clock } from "../clock.ts";
import type { Random } from "../random.ts";
import type { Behaviour } from "./behaviour.ts";
import type { Cluster } from "./cluster.ts";
import type { Pace } from "./pace.ts";
import type { TaskDefinition } from "./taskDefinition.ts";

/** One simulated AWS account in one region: all state that operations read and change. */
export interface Account {
  readonly id: string;
  readonly region: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly pace: Pace;
  readonly behaviours: readonly Behaviour[];
  /** By name. */
  readonly clusters: Map<string, Cluster>;
  /** By family; revision n stands at index n - 1, a deleted one leaves a hole. */
  readonly families: Map<string, (TaskDefinition | undefined)[]>;
}

/** The ARN of a resource of `service` in the account. */
export function arn(account: Account, service: string, resource: string): string {
  return `arn:aws:${service}:${account.region}:${account.id}:${resource}`;
}

export const ecsArn = (account: Account, resource: string): string => arn(account, "ecs", resource);

/** What follows the last slash of an ARN, or the text itself when it is a plain name. */
export const lastPart = (arnOrName: string): string => arnOrName.slice(arnOrName.lastIndexOf("/") + 1);
