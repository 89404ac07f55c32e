import { TimerQueue, type Timer } from "./timerQueue.ts";

/** Real time, time that runs `factor` times as quick, or time that stands still until `advance`. */
export type ClockMode =
  | { readonly kind: "real" }
  | { readonly kind: "fast"; readonly factor: number }
  | { readonly kind: "step" };

export interface Clock {
  /** Simulated time in seconds since 1970, the unit of timestamps on the wire. */
  now(): number;
  /** Runs `action` once, `seconds` of simulated time from now. */
  after(seconds: number, action: () => void): Timer;
  /** Moves simulated time forward, running what falls due in order of time. */
  advance(seconds: number): void;
  close(): void;
}

/** Reads `real`, `step` or `fast:N`; throws a RangeError on anything else. */
export function parseClockMode(text: string): ClockMode {
  if (text === "real" || text === "step") return { kind: text };
  const factor = Number(/^fast:(\d+(?:\.\d+)?)$/.exec(text)?.[1]);
  if (factor > 0) return { kind: "fast", factor };
  throw new RangeError(`Unknown clock "${text}": use real, step or fast:N.`);
}

const factorOf = (mode: ClockMode): number =>
  mode.kind === "fast" ? mode.factor : mode.kind === "real" ? 1 : 0;

/** AWS tells times to the millisecond. */
const toMilliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/** Node's timers hold at most this many milliseconds. */
const longestSleep = 2 ** 31 - 1;

/** Starts a clock whose simulated time begins at `start` seconds since 1970 (by default: the real time). */
export function createClock(mode: ClockMode, start = Date.now() / 1000): Clock {
  const queue = new TimerQueue();
  const factor = factorOf(mode);
  const realStart = performance.now();
  let advanced = 0;
  let running: Timer | undefined;
  let wake: NodeJS.Timeout | undefined;

  const flowing = (): number => start + advanced + ((performance.now() - realStart) / 1000) * factor;
  // What a timer starts is counted from the time it was due, however late it runs, so that a busy machine
  // does not change what happens.
  const now = (): number => toMilliseconds(running?.time ?? flowing());

  const runDue = (until: number): void => {
    for (running = queue.takeDue(until); running; running = queue.takeDue(until)) running.action();
  };
  const sleep = (): void => {
    clearTimeout(wake);
    const next = queue.nextTime();
    if (factor === 0 || next === undefined) return;
    const milliseconds = ((next - flowing()) / factor) * 1000;
    wake = setTimeout(tick, Math.min(Math.max(0, milliseconds), longestSleep));
  };
  const tick = (): void => {
    runDue(flowing());
    sleep();
  };

  return {
    now,
    after(seconds, action) {
      const timer = queue.add(now() + seconds, action);
      if (!running && queue.nextTime() === timer.time) sleep();
      return timer;
    },
    advance(seconds) {
      const until = flowing() + seconds;
      runDue(until);
      advanced += seconds;
      sleep();
    },
    close: () => clearTimeout(wake),
  };
}
