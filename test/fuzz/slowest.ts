/** A call of the service that took long. */
export interface SlowCall {
  readonly name: string;
  /** CPU time, in milliseconds. */
  readonly time: number;
  /** Length of the text, in characters. */
  readonly length: number;
}

/** Times the calls of the service, and keeps the slowest of each function. */
export class Stopwatch {
  readonly #slowest = new Map<string, SlowCall>();

  time<T>(name: string, length: number, call: () => T): T {
    const before = process.cpuUsage();
    const value = call();
    const { user, system } = process.cpuUsage(before);
    const time = (user + system) / 1000;
    if (time > (this.#slowest.get(name)?.time ?? 0)) this.#slowest.set(name, { name, time, length });
    return value;
  }

  /** The slowest call of each function, slowest first. */
  get slowest(): readonly SlowCall[] {
    return [...this.#slowest.values()].sort((a, b) => b.time - a.time);
  }
}
