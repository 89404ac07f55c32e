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

/** What the door knows of a place where writing is allowed. */
interface Admitted {
  readonly account: string;
  readonly accountAlias: string | undefined;
  /** Whether the name must be typed. */
  readonly isProtected: boolean;
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
    const { guard, target } = this.#options;
    const { account, accountAlias, isProtected } = await this.#admit(plan.names);
    const permit = new Permit({ ...this.#options, place: { account, region: target.region } });
    if (plan.isChosen && !isProtected) return permit;

    const named = accountAlias === undefined ? `account ${account}` : `${accountAlias} (${account})`;
    const question = `${plan.question} in ${target.simulated ? `the simulated account ${account}` : named}, ${target.region}?`;
    const typed = isProtected || plan.isDestructive ? plan.names.at(-1) : undefined;
    const isAgreed = await guard.confirm({
      question,
      facts: plan.facts,
      action: plan.action,
      ...(typed === undefined ? {} : { typed }),
    });
    return isAgreed ? permit : undefined;
  }

  /**
   * For commands that ask and show much before the question: refuses at once what would be refused there.
   * @param names of what is to be written to, as in the plan
   * @throws ReadOnlyError like {@link ask}
   */
  async requireWritable(names: readonly string[]): Promise<void> {
    await this.#admit(names);
  }

  async #admit(written: readonly string[]): Promise<Admitted> {
    const { guard, identity, alias, target } = this.#options;
    const rules = guard.rules();
    if (rules.isRestricted)
      throw new ReadOnlyError(
        "nothing is written from a workspace that is not trusted. Trust it with “Workspaces: Manage Workspace Trust”, and run the command again.",
      );
    const [{ account }, accountAlias] = await Promise.all([identity(), alias()]);
    const { region, profile } = target;
    const names = [profile, account, accountAlias, region, ...written].filter(
      (name) => name !== undefined && name !== "",
    ) as string[];
    const readOnly = matchingPattern(rules.readOnly, names);
    if (readOnly !== undefined)
      throw new ReadOnlyError(
        `nothing is written here, by “${readOnly}” in the setting taskwright.readOnly.`,
      );
    return { account, accountAlias, isProtected: matchingPattern(rules.protected, names) !== undefined };
  }
}
