import type { Clock } from "./clock.ts";

/**
 * Milliseconds by which an answer of ECS is old at most:
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
 */
const staleness = 30_000;

/** Tells what lasts from what an old answer says for a moment. */
export class Lasting {
  readonly #clock: Clock;
  #since: number | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether something has been so at each look for longer than an answer can be old. */
  isOld(isSo: boolean): boolean {
    const now = this.#clock.elapsed();
    this.#since = isSo ? (this.#since ?? now) : undefined;
    return this.#since !== undefined && now - this.#since >= staleness;
  }
}
