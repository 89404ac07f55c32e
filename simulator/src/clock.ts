import { TimerQueue, type Timer } from "./timerQueue.ts";

/** Real time, time that runs `fast` times as quick, or time that stands still until `advance`. */
export type ClockMode = { readonly kind: "real" } | { readonly kind: "fast"; readonly factor: number } | { readonly kind: "step" };

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

/** Starts a clock whose simulated time begins at `start` seconds since 1970 (by default: the real time). */
export function createClock(mode: ClockMode, start = Date.now() / 1000): Clock {
  const queue = new TimerQueue();
  const factor = mode.kind === "fast" ? mode.factor : mode.kind === "real" ? 1 : 0;
  const realStart = performance.now();
  let skipped = 0;
  let current = start;
  let wake: NodeJS.Timeout | undefined;

  const now = (): number => {
    if (factor > 0) current = Math.max(current, start + skipped + ((performance.now() - realStart) / 1000) * factor);
    return current;
  };
  const runDue = (until: number): void => {
    for (let timer = queue.takeDue(until); timer; timer = queue.takeDue(until)) {
      if (factor === 0) current = timer.time;
      timer.action();
    }
  };
  const sleep = (): void => {
    if (factor === 0) return;
    clearTimeout(wake);
    const next = queue.nextTime();
    if (next === undefined) return;
    wake = setTimeout(tick, Math.min(Math.max(0, ((next - now()) / factor) * 1000), 2 ** 31 - 1));
  };
  const tick = (): void => {
    runDue(now());
    sleep();
  };

  return {
    now,
    after(seconds, action) {
      const timer = queue.add(now() + seconds, action);
      if (queue.nextTime() === timer.time) sleep();
      return timer;
    },
    advance(seconds) {
      const until = now() + seconds;
      if (factor > 0) skipped += seconds;
      runDue(until);
      if (factor === 0) current = until;
      sleep();
    },
    close: () => clearTimeout(wake),
  };
}
