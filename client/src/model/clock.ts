/** The time as the client knows it, so that tests can play it. */
export interface Clock {
  /** Milliseconds since 1970. Jumps when the machine's clock is set or wakes up. */
  now(): number;
  /** Milliseconds from an arbitrary start. Never goes back. */
  elapsed(): number;
  /** Runs something once after some milliseconds. Returns a function that calls it off. */
  after(milliseconds: number, run: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Waits some milliseconds. Rejects with the signal's reason as soon as it is aborted. */
export function sleep(clock: Clock, milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const leave = (): void => {
      callOff();
      reject(signal?.reason as Error);
    };
    const callOff = clock.after(milliseconds, () => {
      signal?.removeEventListener("abort", leave);
      resolve();
    });
    signal?.addEventListener("abort", leave, { once: true });
  });
}
