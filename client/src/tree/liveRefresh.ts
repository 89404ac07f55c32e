import type { TickResult } from "./explorer.ts";

/** Seconds between two refreshes. */
export interface Pacing {
  /** While nothing special goes on. */
  readonly normal: number;
  /** While something in view is on its way. */
  readonly busy: number;
  /** The longest, after a while in which nothing changed or AWS was throttling. */
  readonly longest: number;
}

/** Runs something once after a time; the function it gives calls that off. */
export type Schedule = (run: () => void, milliseconds: number) => () => void;

/** Refreshes the tree again and again while someone can see it. */
export class LiveRefresh {
  readonly #tick: () => Promise<TickResult>;
  readonly #pacing: () => Pacing | undefined;
  readonly #schedule: Schedule;
  #seconds: number | undefined;
  #isWanted = false;
  #callOff: (() => void) | undefined;

  /** @param pacing read anew each time; undefined: the person turned live refresh off */
  constructor(tick: () => Promise<TickResult>, pacing: () => Pacing | undefined, schedule: Schedule) {
    this.#tick = tick;
    this.#pacing = pacing;
    this.#schedule = schedule;
  }

  /** Starts or stops. Someone who comes back to the view sees it refreshed at once. */
  setWanted(isWanted: boolean): void {
    if (isWanted === this.#isWanted) return;
    this.#isWanted = isWanted;
    this.#seconds = undefined;
    this.#callOff?.();
    if (isWanted) this.#next(0);
  }

  /** Refreshes soon, since the person is doing something. */
  nudge(): void {
    if (!this.#isWanted || this.#callOff === undefined) return;
    this.#seconds = undefined;
    this.#callOff();
    this.#next(1);
  }

  #next(seconds: number): void {
    this.#callOff = this.#schedule(() => {
      this.#callOff = undefined;
      void this.#run();
    }, seconds * 1000);
  }

  async #run(): Promise<void> {
    const pacing = this.#pacing();
    const result = pacing && (await this.#tick());
    if (!this.#isWanted || this.#callOff) return;
    this.#seconds = pacing && result ? nextWait(pacing, this.#seconds ?? pacing.normal, result) : undefined;
    this.#next(this.#seconds ?? 60);
  }
}

/** Seconds until the next refresh: short while something is on its way, longer the longer nothing changes or calls fail. */
export function nextWait(
  { normal, busy, longest }: Pacing,
  last: number,
  { changed, failures, busy: isBusy }: TickResult,
): number {
  if (failures.some(({ kind }) => kind === "throttled" || kind === "unreachable"))
    return Math.min(longest, Math.max(normal, last) * 2);
  if (isBusy) return busy;
  if (changed) return normal;
  return Math.min(longest, Math.max(normal, last) * 1.25);
}
