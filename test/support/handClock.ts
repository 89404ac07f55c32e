import type { Clock } from "../../client/src/model/clock.ts";

interface Alarm {
  readonly at: number;
  readonly run: () => void;
}

/** A clock that stands still until a test moves it. */
export class HandClock implements Clock {
  /** Milliseconds that everything which waits asked for, in the order in which it asked. */
  readonly waits: number[] = [];
  readonly #start: number;
  readonly #alarms = new Set<Alarm>();
  #elapsed = 0;

  /** @param start milliseconds since 1970 */
  constructor(start = Date.UTC(2026, 2, 1, 12)) {
    this.#start = start;
  }

  now(): number {
    return this.#start + this.#elapsed;
  }

  elapsed(): number {
    return this.#elapsed;
  }

  after(milliseconds: number, run: () => void): () => void {
    this.waits.push(milliseconds);
    const alarm = { at: this.#elapsed + milliseconds, run };
    this.#alarms.add(alarm);
    return () => void this.#alarms.delete(alarm);
  }

  /** How many things wait. */
  get waiting(): number {
    return this.#alarms.size;
  }

  /** Moves on, and runs what falls due in the order of time. */
  advance(milliseconds: number): void {
    const until = this.#elapsed + milliseconds;
    for (let next = this.#next(until); next; next = this.#next(until)) {
      this.#alarms.delete(next);
      this.#elapsed = Math.max(this.#elapsed, next.at);
      next.run();
    }
    this.#elapsed = until;
  }

  #next(until: number): Alarm | undefined {
    const due = [...this.#alarms].filter(({ at }) => at <= until);
    return due.sort((a, b) => a.at - b.at)[0];
  }
}
