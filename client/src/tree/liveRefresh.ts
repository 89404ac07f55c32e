import type { Clock } from "../model/clock.ts";
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

/** What is refreshed. */
export interface Refreshed<B> {
  /**
   * The parts that are there now. Each is refreshed at its own pace, so that one which hangs holds up no
   * other.
   */
  branches(): readonly B[];
  tick(branch: B): Promise<TickResult>;
}

/** Refreshes the tree again and again while someone can see it. */
export class LiveRefresh<B> {
  readonly #refreshed: Refreshed<B>;
  readonly #pacing: () => Pacing | undefined;
  readonly #clock: Clock;
  readonly #pulses = new Map<B, Pulse>();
  #isWanted = false;

  /** @param pacing read anew each time; undefined: the user turned live refresh off */
  constructor(refreshed: Refreshed<B>, pacing: () => Pacing | undefined, clock: Clock) {
    this.#refreshed = refreshed;
    this.#pacing = pacing;
    this.#clock = clock;
  }

  /** Starts or stops. Someone who comes back to the view sees it refreshed at once. */
  setWanted(isWanted: boolean): void {
    this.#isWanted = isWanted;
    this.update();
  }

  /** Called when branches may have come or gone. */
  update(): void {
    const branches = new Set(this.#isWanted ? this.#refreshed.branches() : []);
    for (const [branch, pulse] of this.#pulses) {
      if (branches.has(branch)) continue;
      pulse.stop();
      this.#pulses.delete(branch);
    }
    for (const branch of branches) {
      if (this.#pulses.has(branch)) continue;
      this.#pulses.set(branch, new Pulse(() => this.#refreshed.tick(branch), this.#pacing, this.#clock));
    }
  }

  /** Refreshes a branch soon, since the user is doing something there. */
  nudge(branch: B): void {
    this.#pulses.get(branch)?.nudge();
  }
}

/** Refreshes one branch again and again, from now on until it is stopped. */
class Pulse {
  readonly #tick: () => Promise<TickResult>;
  readonly #pacing: () => Pacing | undefined;
  readonly #clock: Clock;
  #seconds: number | undefined;
  #isStopped = false;
  #callOff: (() => void) | undefined;

  constructor(tick: () => Promise<TickResult>, pacing: () => Pacing | undefined, clock: Clock) {
    this.#tick = tick;
    this.#pacing = pacing;
    this.#clock = clock;
    this.#next(0);
  }

  stop(): void {
    this.#isStopped = true;
    this.#callOff?.();
  }

  nudge(): void {
    if (this.#callOff === undefined) return;
    this.#seconds = undefined;
    this.#callOff();
    this.#next(1);
  }

  #next(seconds: number): void {
    this.#callOff = this.#clock.after(seconds * 1000, () => {
      this.#callOff = undefined;
      void this.#run();
    });
  }

  async #run(): Promise<void> {
    const pacing = this.#pacing();
    const result = pacing && (await this.#tick());
    if (this.#isStopped) return;
    this.#seconds = pacing && result ? nextWait(pacing, this.#seconds ?? pacing.normal, result) : undefined;
    this.#next(this.#seconds ?? 60);
  }
}

/**
 * Seconds until the next refresh: short while something is on its way, longer the longer nothing changes or
 * calls fail.
 */
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
