import { type CancellationToken, CancellationTokenSource } from "vscode-languageserver";
import type { LookupParams, LookupResult, LookupValue } from "./protocol.ts";

/** Milliseconds for which an answer is taken to be true. */
const freshFor = 60_000;

interface Asked {
  readonly at: number;
  readonly answer: Promise<LookupResult>;
  /** Undefined while it is under way. */
  result: LookupResult | undefined;
  readonly cancellation: CancellationTokenSource;
}

/** Values of the user's account, which the client looks up: asked once a minute, forgotten when nobody waits for them. */
export class LiveValues {
  readonly #ask: (params: LookupParams, token: CancellationToken) => Promise<LookupResult>;
  readonly #now: () => number;
  readonly #asked = new Map<string, Asked>();

  constructor(ask: (params: LookupParams, token: CancellationToken) => Promise<LookupResult>, now: () => number) {
    this.#ask = ask;
    this.#now = now;
  }

  /** What is known at once; the rest is asked for, and whatever else was under way is cancelled. */
  known(wanted: readonly LookupParams[]): { readonly values: readonly LookupValue[]; readonly isComplete: boolean } {
    const keys = new Set(wanted.map(keyOf));
    for (const [key, { result, cancellation }] of this.#asked) if (!result && !keys.has(key)) cancellation.cancel();
    const asked = wanted.map((params) => this.#fetch(params));
    return { values: asked.flatMap(({ result }) => result?.values ?? []), isComplete: asked.every(({ result }) => result !== undefined) };
  }

  /** The answers to all that is wanted. */
  async all(wanted: readonly LookupParams[]): Promise<readonly LookupResult[]> {
    return Promise.all(wanted.map((params) => this.#fetch(params).answer));
  }

  #fetch(params: LookupParams): Asked {
    const key = keyOf(params);
    const before = this.#asked.get(key);
    if (before && this.#now() - before.at < freshFor) return before;
    const cancellation = new CancellationTokenSource();
    const answer = this.#ask(params, cancellation.token);
    const asked: Asked = { at: this.#now(), answer, result: undefined, cancellation };
    this.#asked.set(key, asked);
    answer.then(
      (result) => {
        asked.result = result;
        // What was not available may be a moment later, when the person has signed in.
        if (!result.available) this.#asked.delete(key);
      },
      () => this.#asked.delete(key),
    );
    return asked;
  }
}

function keyOf({ kind, scope }: LookupParams): string {
  return `${kind} ${scope ?? ""}`;
}
