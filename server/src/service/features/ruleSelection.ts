import type { RuleFacts } from "../rules/rule.ts";

/**
 * Rules by the members that they are about, so that a file meets only those which may have something to say
 * of it.
 */
export class RuleSelection<R extends RuleFacts> {
  readonly #rules: readonly R[];
  /** Positions of the rules that any file meets. */
  readonly #always: readonly number[];
  readonly #byName = new Map<string, number[]>();

  constructor(rules: readonly R[]) {
    this.#rules = rules;
    this.#always = rules.flatMap(({ about }, index) => (about ? [] : [index]));
    for (const [index, { about = [] }] of rules.entries()) for (const name of about) this.#add(name, index);
  }

  /** Those that concern a file with these members, in the order of all. */
  concerning(memberNames: Iterable<string>): readonly R[] {
    const isWanted = new Uint8Array(this.#rules.length);
    for (const index of this.#always) isWanted[index] = 1;
    for (const name of memberNames) for (const index of this.#byName.get(name) ?? []) isWanted[index] = 1;
    return this.#rules.filter((_, index) => isWanted[index] === 1);
  }

  #add(name: string, index: number): void {
    const known = this.#byName.get(name);
    if (known) known.push(index);
    else this.#byName.set(name, [index]);
  }
}
