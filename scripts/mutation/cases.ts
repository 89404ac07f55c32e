import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What Stryker's instrumented code reads and writes. */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  mutantCoverage?: {
    static: Record<string, number>;
    perTest: Record<string, Record<string, number>>;
  };
  hitCount?: number | undefined;
  hitLimit?: number;
}

/** How often a mutant may be met in one case before it counts as one that never ends. */
const hitLimit = 1_000_000;

/** The cases of the rule pages, run in this process without a test runner, with any mutant switched on. */
export class RuleCases {
  readonly #switches: Switches;
  readonly #cases: readonly (() => unknown)[];
  /**
   * Cases that went on failing when the mutant was off again, as rules remember what it made. They judge no
   * other mutant.
   */
  readonly #spoilt = new Set<number>();

  private constructor(switches: Switches, cases: readonly (() => unknown)[]) {
    this.#switches = switches;
    this.#cases = cases;
  }

  /** Reads them from the folder with the instrumented rules. */
  static async read(folder: string): Promise<RuleCases> {
    const cases: (() => unknown)[] = [];
    const globals = globalThis as unknown as Record<string, unknown>;
    const switches: Switches = { hitLimit };
    globals["__stryker__"] = switches;
    globals["describe"] = (_title: string, body: () => void): void => body();
    globals["it"] = (_title: string, check: () => unknown): unknown => cases.push(check);
    await import(pathToFileURL(join(folder, "test/server/rulePages.test.ts")).href);
    return new RuleCases(switches, cases);
  }

  /** The mutants of what runs once, when the rules are read: no case can switch them on. */
  get readOnce(): readonly string[] {
    return Object.keys(this.#switches.mutantCoverage?.static ?? {});
  }

  /** The numbers of the cases that meet each mutant. Throws an Error if one fails without any. */
  cover(): ReadonlyMap<string, readonly number[]> {
    const met = new Map<string, number[]>();
    for (const index of this.#cases.keys()) {
      this.#switches.currentTestId = `case ${index}`;
      this.#requirePassing(index);
    }
    this.#switches.currentTestId = undefined;
    for (const [name, ids] of Object.entries(this.#switches.mutantCoverage?.perTest ?? {}))
      for (const id of Object.keys(ids)) met.set(id, [...(met.get(id) ?? []), Number(name.slice(5))]);
    return met;
  }

  /** Whether one of the cases fails with the mutant. */
  kill(id: string, cases: readonly number[]): boolean {
    this.#switches.activeMutant = id;
    const killer = cases.find((index) => !this.#spoilt.has(index) && !this.#passes(index));
    this.#switches.activeMutant = undefined;
    if (killer !== undefined && !this.#passes(killer)) this.#spoilt.add(killer);
    return killer !== undefined;
  }

  #requirePassing(index: number): void {
    if (!this.#passes(index))
      throw new Error(`Case ${index} of test/server/rulePages.test.ts fails without any mutant.`);
  }

  #passes(index: number): boolean {
    this.#switches.hitCount = 0;
    try {
      this.#cases[index]!();
      return true;
    } catch {
      return false;
    }
  }
}
