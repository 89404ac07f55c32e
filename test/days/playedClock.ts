import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { setImmediate as turn, setTimeout as delay } from "node:timers/promises";
import type { Clock } from "../../client/src/model/clock.ts";
import type { Simulator } from "../../simulator/src/simulator.ts";
import { TimerQueue } from "../../simulator/src/time/timerQueue.ts";

/** Turns of the event loop without any event after which nothing is left to do. */
const quietTurns = 5;

/** The same where a call is on its way: caller and called are in this process, so it hangs if this many bring nothing. */
const hangingTurns = 100;

/** What is not done by turns alone: files are read elsewhere. */
const elsewhere = new Set(["FSReqCallback", "FSReqPromise", "GetAddrInfoReqWrap", "ProcessWrap"]);

/** Seconds that time goes on when nothing is due. */
const longestStep = 5;

/**
 * The client's clock, which goes on with the simulator's, and only when everything has come to rest: no call is on its way,
 * but for those that hang, and no code has anything left to do.
 */
export class PlayedClock implements Clock {
  readonly #simulator: Simulator;
  readonly #timers = new TimerQueue();
  readonly #start: number;
  #started = 0;
  #ended = 0;
  readonly #onStart = (): void => void (this.#started += 1);
  readonly #onEnd = (): void => void (this.#ended += 1);

  constructor(simulator: Simulator) {
    this.#simulator = simulator;
    this.#start = simulator.clock.now();
    subscribe("http.client.request.start", this.#onStart);
    subscribe("http.client.response.finish", this.#onEnd);
    subscribe("http.client.request.error", this.#onEnd);
  }

  now(): number {
    return this.#simulator.clock.now() * 1000;
  }

  elapsed(): number {
    return (this.#simulator.clock.now() - this.#start) * 1000;
  }

  after(milliseconds: number, run: () => void): () => void {
    const timer = this.#timers.add(this.#simulator.clock.now() + milliseconds / 1000, run);
    return () => timer.cancel();
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

  close(): void {
    unsubscribe("http.client.request.start", this.#onStart);
    unsubscribe("http.client.response.finish", this.#onEnd);
    unsubscribe("http.client.request.error", this.#onEnd);
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
    let seen = "";
    for (let quiet = 0; ; quiet += 1) {
      await turn();
      const now = `${this.#started} ${this.#ended} ${this.#simulator.calls.length}`;
      if (now !== seen) quiet = 0;
      seen = now;
      const needed = this.#started > this.#ended ? hangingTurns : quietTurns;
      if (quiet < needed) continue;
      if (!process.getActiveResourcesInfo().some((resource) => elsewhere.has(resource))) return;
      await delay(1);
    }
  }
}
