import type { Clock } from "../time/clock.ts";
import { populate } from "./populate.ts";
import { createRandom } from "../time/random.ts";
import type { Scenario } from "./scenario.ts";
import { noSettings } from "../state/accountSettings.ts";
import { defaultBehaviours } from "../state/behaviour.ts";
import { fargateProviders } from "../state/capacityProvider.ts";
import { defaultPace } from "../state/pace.ts";
import { noResources } from "../state/resources.ts";
import type { Account } from "../state/types.ts";

/** The account that a scenario begins with. Throws an ApiError for what the API would refuse. */
export function newAccount(scenario: Scenario, clock: Clock): Account {
  const owner = { id: scenario.account ?? "123456789012", region: scenario.region ?? "eu-west-1" };
  const account: Account = {
    ...owner,
    clock,
    random: createRandom(scenario.seed ?? 1),
    pace: { ...defaultPace, ...scenario.pace },
    behaviours: [...(scenario.behaviours ?? []), ...defaultBehaviours],
    alarms: scenario.alarms ?? [],
    failingHooks: scenario.failingHooks ?? [],
    capacityProviders: fargateProviders(owner),
    settings: noSettings(),
    resources: noResources,
    scaling: new Map(),
    clusters: new Map(),
    families: new Map(),
    sessions: new Map(),
  };
  populate(account, scenario);
  return account;
}
