interface Flight {
  readonly result: Promise<unknown>;
  readonly controller: AbortController;
  waiting: number;
}

/** Lets callers that ask for the same thing at the same time share one call. */
export class InFlight {
  readonly #flights = new Map<string, Flight>();

  /**
   * Starts the work, or joins the one under way for the same key. An aborted caller leaves at once with an
   * AbortError; the work itself is aborted when the last caller has left.
   */
  async share<T>(key: string, start: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    const flight = this.#flights.get(key) ?? this.#start(key, start);
    flight.waiting += 1;
    if (!signal) return flight.result as Promise<T>;
    return new Promise<T>((resolve, reject) => {
      const leave = (): void => {
        flight.waiting -= 1;
        if (flight.waiting === 0) {
          this.#flights.delete(key);
          flight.controller.abort();
        }
        reject(signal.reason as Error);
      };
      signal.addEventListener("abort", leave, { once: true });
      (flight.result as Promise<T>)
        .then(resolve, reject)
        .finally(() => signal.removeEventListener("abort", leave));
    });
  }

  #start(key: string, start: (signal: AbortSignal) => Promise<unknown>): Flight {
    const controller = new AbortController();
    const result = start(controller.signal).finally(() => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    });
    const flight: Flight = { result, controller, waiting: 0 };
    this.#flights.set(key, flight);
    return flight;
  }
}
