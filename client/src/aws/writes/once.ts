import { sleep, type Clock } from "../../model/clock.ts";
import { isWithoutAnswer, kindOf, neverArrived } from "../../model/failure.ts";
import type { Calls } from "../calls.ts";
import type { ClientOptions } from "../clients.ts";
import { Retries } from "../retries.ts";
import { UnknownOutcomeError } from "./unknownOutcome.ts";

/** How often it is sent in all. */
const attempts = 3;

/** Milliseconds before each look, as what was just done is not always seen at once; 30 s in all. */
const waits = [200, 400, 800, 1_600, 3_000, 4_000, 5_000, 5_000, 5_000, 5_000];

/**
 * For clients of calls that must not be sent again by the SDK itself: only throttled ones are, which AWS did
 * not carry out.
 */
export const sentOnce = (calls: Calls): ClientOptions => ({
  retryStrategy: new Retries(calls, calls.clock, { failed: 1 }),
});

/** What a look found after an answer was lost: the answer that was lost, or why nothing more may be sent. */
export type Arrived<T> = { readonly answer: T } | { readonly refusal: Error };

/** A call that must not be carried out twice and knows no client token. */
export interface OnceOnly<T> {
  readonly operation: string;
  /** Sends it by a client that is {@link sentOnce}. */
  readonly send: () => Promise<T>;
  /** Undefined while the call is not seen to have arrived. */
  readonly look: (lost: unknown) => Promise<Arrived<T> | undefined>;
}

/**
 * Sends a call once. It is sent again only if it cannot have reached AWS. When an answer got lost, this looks
 * for what the call did, and does not send it again if nothing is seen, as AWS may show it later.
 * @throws UnknownOutcomeError when nobody can tell whether it was carried out
 */
export async function once<T>(
  { clock }: Pick<Calls, "clock">,
  { operation, send, look }: OnceOnly<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      if (!isWithoutAnswer(error)) throw error;
      if (!neverArrived(error)) return found(await lookAgain(clock, look, error), operation, error);
      if (attempt === attempts) throw error;
      await sleep(clock, waits[attempt] ?? 0);
    }
  }
}

function found<T>(arrived: Arrived<T> | undefined, operation: string, lost: unknown): T {
  if (!arrived) throw new UnknownOutcomeError(operation, lost);
  if ("refusal" in arrived) throw arrived.refusal;
  return arrived.answer;
}

async function lookAgain<T>(
  clock: Clock,
  look: (lost: unknown) => Promise<Arrived<T> | undefined>,
  lost: unknown,
): Promise<Arrived<T> | undefined> {
  for (const wait of waits) {
    await sleep(clock, wait);
    try {
      const arrived = await look(lost);
      if (arrived) return arrived;
    } catch (error) {
      if (!isWithoutAnswer(error) && kindOf(error) !== "throttled") return undefined;
    }
  }
  return undefined;
}

/** A call that does nothing more when it is carried out again, but that AWS may refuse then. */
export interface Repeatable<T> {
  /** Sends it by a client that is {@link sentOnce}. */
  readonly send: () => Promise<T>;
  /** Whether what the call is for is done. */
  readonly isDone: () => Promise<boolean>;
}

/**
 * Sends a call again when its answer got lost, unless it is seen to be done. What is done then counts as
 * success.
 */
export async function untilDone<T>(
  { clock }: Pick<Calls, "clock">,
  { send, isDone }: Repeatable<T>,
): Promise<void> {
  let isLost = false;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await send();
      return;
    } catch (error) {
      const mayGoOn = isWithoutAnswer(error) && attempt < attempts;
      isLost ||= isWithoutAnswer(error) && !neverArrived(error);
      if (isLost && (await isSeen(clock, isDone, mayGoOn ? 1 : someLooks))) return;
      if (!mayGoOn) throw error;
    }
  }
}

/** How often it is looked for what was done before the failure counts; about 6 s. */
const someLooks = 5;

async function isSeen(clock: Clock, isDone: () => Promise<boolean>, looks: number): Promise<boolean> {
  for (const wait of waits.slice(0, looks)) {
    await sleep(clock, wait);
    if (await isDone().catch(() => false)) return true;
  }
  return false;
}
