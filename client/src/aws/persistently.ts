import { sleep, type Clock } from "../model/clock.ts";
import { isCredentialFailure, kindOf } from "../model/failure.ts";

/** How someone looks at AWS again and again. */
export interface Persistence {
  /** Seconds between two looks. */
  readonly interval: number;
  /** Hears that AWS could not be asked, so that the next look is later. */
  readonly onTrouble: (error: unknown) => void;
}

/** What a connection adds to it. */
export interface Patience {
  readonly clock: Clock;
  /** Resolves when the user has signed in again. */
  readonly renewed: (signal: AbortSignal) => Promise<void>;
}

/** The longest that a look is put off while AWS cannot be asked, in seconds. */
const longest = 60;

/** The credentials are those of another account now, so that nothing can be seen of what is looked at. */
export class OtherAccountError extends Error {
  override readonly name = "OtherAccountError";
}

/**
 * Looks until there is something to tell. Throttling, a lost network and servers that fail put a look off,
 * nothing more. Where the credentials fail, it goes on as soon as the user has signed in, or when there are
 * others after a minute, as the user may have signed in elsewhere.
 * @throws whatever else a look throws, and the signal's reason when it is aborted
 */
export async function persistently<T>(
  look: () => Promise<T | undefined>,
  { interval, onTrouble }: Persistence,
  { clock, renewed }: Patience,
  signal: AbortSignal,
): Promise<T> {
  for (let pause = interval; ; ) {
    try {
      const found = await look();
      if (found !== undefined) return found;
      pause = interval;
      await sleep(clock, pause * 1000, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (!isPassing(error) && !isForUser(error)) throw error;
      onTrouble(error);
      pause = isForUser(error) ? longest : Math.min(pause * 2, longest);
      await soonest(pause * 1000, clock, renewed, signal);
    }
  }
}

/** Whether only the user can help, by signing in. */
const isForUser = (error: unknown): boolean => isCredentialFailure(kindOf(error));

const isPassing = (error: unknown): boolean =>
  kindOf(error) === "throttled" ||
  kindOf(error) === "unreachable" ||
  (error as { $fault?: string }).$fault === "server";

/** Waits some milliseconds, or until the user has signed in. */
async function soonest(
  milliseconds: number,
  clock: Clock,
  renewed: Patience["renewed"],
  signal: AbortSignal,
): Promise<void> {
  const waiting = new AbortController();
  const ends = AbortSignal.any([signal, waiting.signal]);
  try {
    await Promise.race(
      [sleep(clock, milliseconds, ends), renewed(ends)].map((each) => each.catch(rethrow(signal))),
    );
  } finally {
    waiting.abort();
  }
}

/** That the other of two waits came first is no failure. */
const rethrow =
  (signal: AbortSignal) =>
  (error: unknown): void => {
    if (signal.aborted) throw error;
  };
