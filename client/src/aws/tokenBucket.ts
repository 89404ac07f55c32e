import { sleep, type Clock } from "../model/clock.ts";

/**
 * Limits calls to a sustained rate with bursts. ECS gives an account a bucket of 50 to 100 calls, refilled at
 * 20 a second, and shares it with the console and every other tool:
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html
 */
export class TokenBucket {
  readonly #burst: number;
  /** The rate when nobody throttles. */
  readonly #fullRate: number;
  readonly #clock: Clock;
  #perSecond: number;
  #tokens: number;
  #filledAt: number;

  constructor(burst: number, perSecond: number, clock: Clock) {
    this.#burst = burst;
    this.#fullRate = perSecond;
    this.#perSecond = perSecond;
    this.#clock = clock;
    this.#tokens = burst;
    this.#filledAt = clock.elapsed();
  }

  /**
   * Waits for a token. Rejects with an AbortError when the signal is aborted first; the token is then given
   * back.
   */
  async take(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.#fill();
    this.#tokens -= 1;
    if (this.#tokens >= 0) return;
    const wait = (-this.#tokens / this.#perSecond) * 1000;
    try {
      await sleep(this.#clock, wait, signal);
    } catch (error) {
      this.#tokens += 1;
      throw error;
    }
  }

  /** Halves the rate and gives up the burst: the account's own bucket is empty. */
  slowDown(): void {
    this.#fill();
    this.#perSecond = Math.max(1, this.#perSecond / 2);
    this.#tokens = Math.min(this.#tokens, 0);
  }

  /** Raises the rate a little, up to the full one. */
  speedUp(): void {
    this.#perSecond = Math.min(this.#fullRate, this.#perSecond + 0.5);
  }

  #fill(): void {
    const now = this.#clock.elapsed();
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#filledAt) / 1000) * this.#perSecond);
    this.#filledAt = now;
  }
}
