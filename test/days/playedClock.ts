import { setImmediate as turn, setTimeout as delay } from "node:timers/promises";
import type { Clock } from "../../client/src/model/clock.ts";
import type { Simulator } from "../../simulator/src/simulator.ts";
import { TimerQueue } from "../../simulator/src/time/timerQueue.ts";

/** Turns of the event loop without a call after which nothing is left to do. */
const quietTurns = 3;

/** What is not done by turns alone: files are read elsewhere, and programs run. */
const elsewhere = new Set(["FSReqCallback", "FSReqPromise", "GetAddrInfoReqWrap", "PipeWrap", "ProcessWrap"]);

/**
 * How much is under way elsewhere. This process may have pipes of its own, so that only what is more than at
 * first counts.
 */
const elsewhereNow = (): number =>
  process.getActiveResourcesInfo().filter((resource) => elsewhere.has(resource)).length;

/** Seconds that time goes on when nothing is due. */
const longestStep = 5;

/**
 * The client's clock, which goes on with the simulator's, and only when everything has come to rest: no code
 * has anything left to do, and calls that have no answer will get none, or one at a time of the simulator's.
 */
export class PlayedClock implements Clock {
  readonly #simulator: Simulator;
  readonly #timers = new TimerQueue();
  readonly #start: number;
  readonly #usual = elsewhereNow();
  #pending = 0;

  constructor(simulator: Simulator) {
    this.#simulator = simulator;
    this.#start = simulator.clock.now();
  }

  now(): number {
    return this.#simulator.clock.now() * 1000;
  }

  elapsed(): number {
    return (this.#simulator.clock.now() - this.#start) * 1000;
  }

  after(milliseconds: number, run: () => void): () => void {
    this.#pending += 1;
    const end = (): void => void (this.#pending -= 1);
    let isOver = false;
    const timer = this.#timers.add(this.#simulator.clock.now() + milliseconds / 1000, () => {
      isOver = true;
      end();
      run();
    });
    return () => {
      timer.cancel();
      if (!isOver) end();
      isOver = true;
    };
  }

  /** How many timers wait. */
  get pending(): number {
    return this.#pending;
  }

  /**
   * Lets time go on until the work is done.
   * @throws Error when it is not done after that many simulated seconds
   */
  async run(work: Promise<unknown>, seconds: number): Promise<void> {
    let isDone = false;
    void work.catch(() => undefined).finally(() => (isDone = true));
    const end = this.#simulator.clock.now() + seconds;
    for (;;) {
      await this.#rest();
      if (isDone) return;
      if (this.#simulator.clock.now() > end) throw new Error(`It did not end within ${seconds} s.`);
      this.#step();
    }
  }

  /** Lets that many seconds pass. */
  async pass(seconds: number): Promise<void> {
    const end = this.#simulator.clock.now() + seconds;
    await this.#rest();
    while (this.#simulator.clock.now() < end) {
      this.#step();
      await this.#rest();
    }
  }

  /** Goes on to what is due next, or a few seconds. */
  #step(): void {
    const { clock } = this.#simulator;
    const due = (this.#timers.nextTime() ?? Infinity) - clock.now();
    clock.advance(Math.min(Math.max(due, 0.001), longestStep));
    for (let timer = this.#timers.takeDue(clock.now()); timer; timer = this.#timers.takeDue(clock.now()))
      timer.action();
  }

  /** Resolves when nothing moves any more. */
  async #rest(): Promise<void> {
    let seen = -1;
    for (let quiet = 0; ; quiet += 1) {
      await turn();
      const now = this.#simulator.calls.length;
      if (now !== seen) quiet = 0;
      seen = now;
      if (quiet < quietTurns) continue;
      if (elsewhereNow() <= this.#usual) return;
      await delay(1);
      quiet = -1;
    }
  }
}
