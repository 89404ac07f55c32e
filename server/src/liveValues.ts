import { type CancellationToken, CancellationTokenSource } from "vscode-languageserver";
import type { LookupParams, LookupResult, LookupValue } from "./protocol.ts";

/** Milliseconds for which an answer is taken to be true. */
const freshFor = 60_000;

/** Milliseconds for which a hover waits for what the account says. */
const hoverPatience = 1_500;

/** Milliseconds for which an empty completion list waits for what the account says. */
const completionPatience = 500;

const unavailable: LookupResult = { available: false, values: [] };

interface Asked {
  readonly at: number;
  /** Never rejects. */
  readonly answer: Promise<LookupResult>;
  /** Undefined while it is under way. */
  result: LookupResult | undefined;
  readonly cancellation: CancellationTokenSource;
}

/** What live values need of the world. */
export interface LiveValuesOptions {
  readonly ask: (params: LookupParams, token: CancellationToken) => Promise<LookupResult>;
  /** Milliseconds since any fixed moment. */
  readonly now: () => number;
  /** Resolves after that many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * Values of the user's account, which the client looks up: asked once a minute, forgotten when nobody waits
 * for them.
 */
export class LiveValues {
  readonly #options: LiveValuesOptions;
  readonly #asked = new Map<string, Asked>();

  constructor(options: LiveValuesOptions) {
    this.#options = options;
  }

  /** What is known at once; the rest is asked for, and whatever else was under way is cancelled. */
  known(wanted: readonly LookupParams[]): {
    readonly values: readonly LookupValue[];
    readonly isComplete: boolean;
  } {
    const keys = new Set(wanted.map(keyOf));
    for (const [key, asked] of this.#asked) if (!asked.result && !keys.has(key)) this.#cancel(key, asked);
    const asked = wanted.map((params) => this.#fetch(params));
    return {
      values: asked.flatMap(({ result }) => result?.values ?? []),
      isComplete: asked.every(({ result }) => result !== undefined),
    };
  }

  /** The answers to all that is wanted, as far as they come in time. */
  async all<T extends LookupParams>(
    wanted: readonly T[],
  ): Promise<readonly { readonly params: T; readonly result: LookupResult }[]> {
    const late = this.#options.wait(hoverPatience).then(() => unavailable);
    return Promise.all(
      wanted.map(async (params) => ({
        params,
        result: await Promise.race([this.#fetch(params).answer, late]),
      })),
    );
  }

  /** Resolves when all that is wanted has been answered, or the user has waited long enough for a list. */
  async arrived(wanted: readonly LookupParams[]): Promise<void> {
    const answers = Promise.all(wanted.map((params) => this.#fetch(params).answer));
    await Promise.race([answers, this.#options.wait(completionPatience)]);
  }

  #cancel(key: string, { cancellation }: Asked): void {
    cancellation.cancel();
    this.#asked.delete(key);
  }

  #fetch(params: LookupParams): Asked {
    const key = keyOf(params);
    const before = this.#asked.get(key);
    if (before && this.#options.now() - before.at < freshFor) return before;
    const cancellation = new CancellationTokenSource();
    const answer = this.#options.ask(params, cancellation.token).catch((error: unknown) => ({
      ...unavailable,
      ...(!cancellation.token.isCancellationRequested && { reason: String(error) }),
    }));
    const asked: Asked = { at: this.#options.now(), answer, result: undefined, cancellation };
    this.#asked.set(key, asked);
    void answer.then((result) => {
      asked.result = result;
      // What was not available may be a moment later, when the user has signed in.
      if (!result.available && this.#asked.get(key) === asked) this.#asked.delete(key);
    });
    return asked;
  }
}

function keyOf({ kind, scope = "", region = "" }: LookupParams): string {
  return [kind, region, scope].join(" ");
}
