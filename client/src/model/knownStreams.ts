import type { Clock } from "./clock.ts";

/** A log stream that may be there. */
export interface WantedStream {
  readonly name: string;
  /** Whether its task has started: until then, there is hardly a stream. */
  readonly hasStarted: boolean;
}

interface State {
  /** Undefined: it is there. */
  readonly missing?: { readonly wait: number; readonly next: number };
  readonly hasStarted: boolean;
}

/** Milliseconds until a missing stream is asked for again; the wait doubles up to the longest. */
const firstWait = 5_000;
const longestWait = 300_000;

/** How many missing streams one look asks for again, with one call each. */
const perLook = 3;

/**
 * Remembers which streams of one subject are there. CloudWatch refuses a search when one of its streams is
 * missing, and does not say which, so that streams of tasks that never started would cost a search for each
 * of them with every look.
 */
export class KnownStreams {
  readonly #clock: Pick<Clock, "elapsed">;
  readonly #states = new Map<string, State>();

  constructor(clock: Pick<Clock, "elapsed">) {
    this.#clock = clock;
  }

  /** Those to ask for together, and those to ask for one by one as they may be missing. */
  due(
    group: string,
    streams: readonly WantedStream[],
  ): { readonly together: readonly string[]; readonly alone: readonly string[] } {
    const together: string[] = [];
    const doubtful: { readonly name: string; readonly next: number }[] = [];
    for (const { name, hasStarted } of streams) {
      const state = this.#states.get(keyOf(group, name));
      const isNew = state === undefined || (hasStarted && !state.hasStarted);
      if (isNew && !hasStarted) doubtful.push({ name, next: 0 });
      else if (isNew || !state.missing) together.push(name);
      else doubtful.push({ name, next: state.missing.next });
    }
    const now = this.#clock.elapsed();
    const alone = doubtful.filter(({ next }) => next <= now).sort((a, b) => a.next - b.next);
    return { together, alone: alone.slice(0, perLook).map(({ name }) => name) };
  }

  present(group: string, names: readonly string[], streams: readonly WantedStream[]): void {
    for (const name of names) this.#states.set(keyOf(group, name), { hasStarted: hasStarted(streams, name) });
  }

  missing(group: string, name: string, streams: readonly WantedStream[]): void {
    const { wait } = this.#states.get(keyOf(group, name))?.missing ?? { wait: firstWait / 2 };
    const longer = Math.min(wait * 2, longestWait);
    this.#states.set(keyOf(group, name), {
      hasStarted: hasStarted(streams, name),
      missing: { wait: longer, next: this.#clock.elapsed() + longer },
    });
  }
}

const keyOf = (group: string, name: string): string => `${group}\n${name}`;

const hasStarted = (streams: readonly WantedStream[], name: string): boolean =>
  streams.find((stream) => stream.name === name)?.hasStarted ?? false;
