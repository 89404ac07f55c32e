import type { AwsCredentialIdentityProvider } from "@smithy/types";
import { describeFailure } from "../../model/failure.ts";
import type { Target } from "../../model/target.ts";
import type { Calls } from "../calls.ts";
import type { Caller, Identity } from "../identity.ts";
import type { Clients } from "../clients.ts";
import type { WriteGuard, WritePlan } from "./guard.ts";
import { mentions } from "./mentions.ts";
import { OutsidePermitError, type Pen, type Write } from "./pen.ts";
import { permitOf, type Permit } from "./permit.ts";
import { matchingPattern, patternOfAlias, ReadOnlyError } from "./protection.ts";
import {
  isAt,
  isSame,
  namesOf,
  spokenNames,
  typedName,
  type Name,
  type Resource,
  type Written,
} from "../../model/resource.ts";

export interface WritesOptions {
  readonly clients: Clients;
  /** Lets one command through the guard of its client. */
  readonly admit: (command: object) => void;
  readonly calls: Calls;
  readonly guard: WriteGuard;
  readonly caller: Caller;
  readonly target: Target;
}

/** What the door knows of a place where writing is allowed. */
interface Admitted {
  readonly identity: Identity;
  /** The account and region in words. */
  readonly where: string;
  /** Whether a name must be typed. */
  readonly isProtected: boolean;
  /** Why it counts as protected, where that needs to be said. */
  readonly reasons: readonly string[];
}

/** The account's alias, if it has one, or why it is not known. */
type Alias = { readonly alias: string | undefined } | { readonly unknown: string };

/** The one door through which the product writes to AWS. */
export class Writes {
  readonly #options: WritesOptions;

  constructor(options: WritesOptions) {
    this.#options = options;
  }

  /**
   * Asks the user, naming account, region and everything that is written to; undefined when they decline.
   * @throws ReadOnlyError where the settings forbid to write, and in a workspace that is not trusted
   */
  async ask(plan: WritePlan): Promise<Permit | undefined> {
    const { guard } = this.#options;
    if (plan.resources.length === 0 || plan.resources.flatMap(allNames).includes(""))
      throw new Error(`“${plan.question}” leaves open what is written to. Nothing was written.`);
    const { identity, where, isProtected, reasons } = await this.#admit(plan.resources);
    const permit = this.#permit(plan, identity);
    const mustType = isProtected || plan.isDestructive === true;
    if (!mustType && isChosenIn(plan, where)) return permit;

    const question = `${plan.question} in ${where}?`;
    const isAgreed = await guard.confirm({
      question,
      facts: [...plan.facts, ...unspoken(plan, question), ...reasons],
      action: plan.action,
      ...(mustType ? { typed: typedName(plan.resources) } : {}),
    });
    return isAgreed ? permit : undefined;
  }

  /**
   * For commands that ask and show much before the question: refuses at once what would be refused there.
   * @param resources that are to be written to, as in the plan; none yet, for the account and region alone
   * @throws ReadOnlyError like {@link ask}
   */
  async requireWritable(resources: readonly Resource[]): Promise<void> {
    await this.#admit(resources);
  }

  /** The account and region in words, for what the user chooses before {@link ask}. */
  async where(): Promise<string> {
    const [identity, alias] = await Promise.all([this.#options.caller.identity(), this.#alias()]);
    return this.#whereOf(identity, alias);
  }

  async #admit(resources: readonly Resource[]): Promise<Admitted> {
    const { guard, caller } = this.#options;
    const rules = guard.rules();
    if (rules.isRestricted)
      throw new ReadOnlyError(
        "nothing is written from a workspace that is not trusted. Trust it with “Workspaces: Manage Workspace Trust”, and run the command again.",
      );
    const [identity, alias] = await Promise.all([caller.identity(), this.#alias()]);
    const names = [...this.#place(identity, alias), ...resources.flatMap(namesOf)].filter(
      ({ name }) => name !== "",
    );
    const where = this.#whereOf(identity, alias);
    const nothing = `nothing is written ${toWords(resources)}in ${where}`;
    const readOnly = matchingPattern(rules.readOnly, names);
    if (readOnly !== undefined)
      throw new ReadOnlyError(`${nothing}, by “${readOnly}” in the setting taskwright.readOnly.`);
    const maybeReadOnly = "unknown" in alias ? patternOfAlias(rules.readOnly) : undefined;
    if (maybeReadOnly !== undefined)
      throw new ReadOnlyError(`${nothing}, as ${mayName(maybeReadOnly, "readOnly", alias)}`);

    if (matchingPattern(rules.protected, names) !== undefined)
      return { identity, where, isProtected: true, reasons: [] };
    const maybeProtected = "unknown" in alias ? patternOfAlias(rules.protected) : undefined;
    if (maybeProtected === undefined) return { identity, where, isProtected: false, reasons: [] };
    const reason = `A name must be typed, as ${mayName(maybeProtected, "protected", alias)}`;
    return { identity, where, isProtected: true, reasons: [reason] };
  }

  async #alias(): Promise<Alias> {
    try {
      return { alias: await this.#options.caller.alias() };
    } catch (error) {
      return { unknown: describeFailure(error, "ask for the account's alias").message };
    }
  }

  #place({ account }: Identity, alias: Alias): readonly Name[] {
    const { region, profile } = this.#options.target;
    const names: readonly (readonly [Name["kind"], string | undefined])[] = [
      ["profile", profile],
      ["account", account],
      ["account", "alias" in alias ? alias.alias : undefined],
      ["region", region],
    ];
    return names.flatMap(([kind, name]) => (name === undefined ? [] : [{ kind, name }]));
  }

  #whereOf({ account }: Identity, alias: Alias): string {
    const { region, simulated } = this.#options.target;
    if (simulated) return `the simulated account ${account}, ${region}`;
    const name = "alias" in alias ? alias.alias : undefined;
    return name === undefined ? `account ${account}, ${region}` : `${name} (${account}), ${region}`;
  }

  #permit(plan: WritePlan, identity: Identity): Permit {
    const { clients, calls } = this.#options;
    const pen: Pen = {
      clients: clients.signedBy(this.#credentialsOf(identity)),
      calls,
      write: (write) => this.#write(plan, identity, write),
    };
    return permitOf(pen);
  }

  async #write<T>(plan: WritePlan, agreed: Identity, write: Write<T>): Promise<T> {
    const { admit, calls, guard, target } = this.#options;
    const entry = {
      operation: write.operation,
      resource: write.on.map(wordsOf).join(", "),
      account: agreed.account,
      region: target.region,
      identity: agreed.arn,
    };
    try {
      this.#requireAgreed(plan, agreed, write);
      const result = await calls.write(write.operation, () =>
        write.send((command) => {
          admit(command);
          return command;
        }),
      );
      guard.audit(entry);
      return result;
    } catch (error) {
      guard.audit({ ...entry, error });
      throw error;
    }
  }

  /** @throws OutsidePermitError */
  #requireAgreed<T>(
    plan: WritePlan,
    { account }: Identity,
    { operation, on, isDestructive }: Write<T>,
  ): void {
    const place = { account, region: this.#options.target.region };
    const other = on.find(
      (written) => !isAt(place, written) || !plan.resources.some((resource) => isSame(resource, written)),
    );
    const isAgreed = on.length > 0 && other === undefined && (!isDestructive || plan.isDestructive);
    if (!isAgreed)
      throw new OutsidePermitError(
        `${operation} of ${other ? wordsOf(other) : "these"} was not sent: “${plan.question}” was agreed to, and not that.`,
      );
  }

  /** The credentials may come to be another account's after the question: then nothing can be signed. */
  #credentialsOf(agreed: Identity): AwsCredentialIdentityProvider {
    const { caller } = this.#options;
    const provide: AwsCredentialIdentityProvider = async () => {
      const credentials = await caller.credentials();
      const { account } = await caller.identityOf(credentials);
      if (account === agreed.account) return credentials;
      throw new OutsidePermitError(
        `nothing was sent: the credentials belong to account ${account} now, and account ${agreed.account} was agreed to.`,
      );
    };
    // Tells the client not to keep them itself.
    return Object.assign(provide, { memoized: true });
  }
}

const wordsOf = ({ kind, name, cluster }: Written): string =>
  cluster === undefined || kind === "cluster" ? name : `${cluster} / ${name}`;

const allNames = (resource: Resource): readonly string[] => [
  ...namesOf(resource).map(({ name }) => name),
  ...spokenNames(resource),
];

/** Whether the words in which something was chosen name the place and everything that is written to. */
const isChosenIn = ({ chosenIn, resources }: WritePlan, where: string): boolean =>
  chosenIn?.includes(where) === true &&
  resources.flatMap(spokenNames).every((name) => mentions(chosenIn, name));

/** A line for each name that neither the question nor its facts have. */
function unspoken({ facts, resources }: WritePlan, question: string): readonly string[] {
  const text = [question, ...facts].join("\n");
  const missing = resources.filter(
    (resource) => !spokenNames(resource).every((name) => mentions(text, name)),
  );
  return [...new Set(missing.map((resource) => `${resource.kind}: ${spokenNames(resource).join(" / ")}`))];
}

/** How many resources a refusal names. */
const most = 3;

function toWords(resources: readonly Resource[]): string {
  if (resources.length === 0) return "";
  const named = resources.slice(0, most).map((resource) => spokenNames(resource).join(" / "));
  const rest = resources.length > most ? [`${resources.length - most} more`] : [];
  return `to ${[...named, ...rest].join(", ")} `;
}

const mayName = (pattern: string, setting: string, alias: Alias): string =>
  `“${pattern}” in the setting taskwright.${setting} may name the account's alias. ${"unknown" in alias ? alias.unknown.replace(/\.?$/, ".") : ""} Patterns such as “cluster:${pattern}” or “profile:${pattern}” do without it.`;
