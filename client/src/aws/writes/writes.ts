import type { Target } from "../../model/target.ts";
import type { Identity } from "../identity.ts";
import type { WriteGuard, WritePlan } from "./guard.ts";
import { Permit, type PermitOptions } from "./permit.ts";
import { matchingPattern, ReadOnlyError } from "./protection.ts";

export interface WritesOptions extends Omit<PermitOptions, "place"> {
  readonly guard: WriteGuard;
  readonly identity: () => Promise<Identity>;
  readonly alias: () => Promise<string | undefined>;
  readonly target: Target;
}

/** The one door through which the product writes to AWS. */
export class Writes {
  readonly #options: WritesOptions;

  constructor(options: WritesOptions) {
    this.#options = options;
  }

  /**
   * Asks the person, naming account and region; undefined when they decline.
   * @throws ReadOnlyError where the settings forbid to write, and in a workspace that is not trusted
   */
  async ask(plan: WritePlan): Promise<Permit | undefined> {
    const { guard, identity, alias, target } = this.#options;
    const rules = guard.rules();
    if (rules.isRestricted) throw new ReadOnlyError("nothing is written from a workspace that is not trusted. Trust it with “Workspaces: Manage Workspace Trust”, and run the command again.");
    const [{ account }, accountAlias] = await Promise.all([identity(), alias()]);
    const { region, profile } = target;
    const names = [profile, account, accountAlias, region, ...plan.names].filter((name) => name !== undefined && name !== "") as string[];
    const readOnly = matchingPattern(rules.readOnly, names);
    if (readOnly !== undefined) throw new ReadOnlyError(`nothing is written here, by “${readOnly}” in the setting taskwright.readOnly.`);
    const isProtected = matchingPattern(rules.protected, names) !== undefined;
    const permit = new Permit({ ...this.#options, place: { account, region } });
    if (plan.isChosen && !isProtected) return permit;

    const named = accountAlias === undefined ? `account ${account}` : `${accountAlias} (${account})`;
    const question = `${plan.question} in ${target.simulated ? `the simulated account ${account}` : named}, ${region}?`;
    const typed = isProtected || plan.isDestructive ? plan.names.at(-1) : undefined;
    const isAgreed = await guard.confirm({ question, facts: plan.facts, action: plan.action, ...(typed === undefined ? {} : { typed }) });
    return isAgreed ? permit : undefined;
  }
}
