import { sleep, type Clock } from "../model/clock.ts";
import type { RetryErrorInfo, RetryStrategyV2, RetryToken } from "@smithy/types";

/** Hears of each attempt that will be made again, and of each call that succeeded. */
export interface RetryListener {
  retrying(throttled: boolean): void;
  succeeded(): void;
}

/** How often a call is tried in all, by what became of it. */
interface Attempts {
  readonly throttled: number;
  readonly failed: number;
}

/** Throttled calls wait longer and more often, as they succeed in the end. */
const usualAttempts: Attempts = { throttled: 8, failed: 3 };

/** Milliseconds of the first wait, which doubles from then on, and of the longest. */
const firstWait = { throttled: 1_000, failed: 100 } as const;
const longestWait = 20_000;

/**
 * Tries calls again that AWS throttled or that failed on the way, after a random part of a wait that doubles
 * ("full jitter": https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html), and tells
 * that it does.
 */
export class Retries implements RetryStrategyV2 {
  readonly #listener: RetryListener;
  readonly #attempts: Attempts;
  readonly #clock: Clock;
  readonly #random: () => number;

  constructor(
    listener: RetryListener,
    clock: Clock,
    attempts: Partial<Attempts> = {},
    random: () => number = Math.random,
  ) {
    this.#listener = listener;
    this.#clock = clock;
    this.#attempts = { ...usualAttempts, ...attempts };
    this.#random = random;
  }

  async acquireInitialRetryToken(): Promise<RetryToken> {
    return token(0);
  }

  /**
   * Waits until the call may be tried again. Rejects when it must not; the SDK then throws what the call
   * threw. The wait is here and not in the token, as the SDK would wait by its own clock.
   */
  async refreshRetryTokenForRetry(
    previous: RetryToken,
    { errorType, retryAfterHint }: RetryErrorInfo,
  ): Promise<RetryToken> {
    const kind = errorType === "THROTTLING" ? "throttled" : "failed";
    const count = previous.getRetryCount() + 1;
    if (errorType === "CLIENT_ERROR" || count >= this.#attempts[kind]) throw new Error("Not tried again.");
    this.#listener.retrying(kind === "throttled");
    const wait = this.#random() * Math.min(longestWait, firstWait[kind] * 2 ** (count - 1));
    const asked = retryAfterHint ? retryAfterHint.getTime() - this.#clock.now() : 0;
    await sleep(this.#clock, Math.max(wait, Math.min(asked, longestWait)));
    return token(count);
  }

  recordSuccess(): void {
    this.#listener.succeeded();
  }
}

const token = (count: number): RetryToken => ({
  getRetryCount: () => count,
  getRetryDelay: () => 0,
});
