/** A call of the service that took long. */
export interface SlowCall {
  readonly name: string;
  /** Time by the clock, in milliseconds. On a busy machine it says little. */
  readonly time: number;
  /** Length of the text, in characters. */
  readonly length: number;
}

/** Times the calls of the service, and keeps the slowest of each function. */
export class Stopwatch {
  readonly #slowest = new Map<string, SlowCall>();

  time<T>(name: string, length: number, call: () => T): T {
    const before = performance.now();
    const value = call();
    const time = performance.now() - before;
    if (time > (this.#slowest.get(name)?.time ?? 0)) this.#slowest.set(name, { name, time, length });
    return value;
  }

  /** The slowest call of each function, slowest first. */
  get slowest(): readonly SlowCall[] {
    return [...this.#slowest.values()].sort((a, b) => b.time - a.time);
  }
}

/** Calls something. Gives the CPU time of this process that it took as well, in milliseconds. */
export function withCpuTime<T>(call: () => T): { readonly value: T; readonly time: number } {
  const before = process.cpuUsage();
  const value = call();
  const { user, system } = process.cpuUsage(before);
  return { value, time: (user + system) / 1000 };
}
