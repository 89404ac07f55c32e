import type { Clock } from "../time/clock.ts";
import type { Random } from "../time/random.ts";
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
