import { sleep, type Clock } from "../../model/clock.ts";
import { kindOf } from "../../model/failure.ts";
import type { Calls } from "../calls.ts";
import type { ClientOptions } from "../clients.ts";
import { Retries } from "../retries.ts";

/** How often it is sent in all. */
const attempts = 3;

/** Milliseconds before each look, as what was just done is not always seen at once. */
const waits = [200, 400, 800];

/** For clients of calls that must not be sent again by the SDK itself: only throttled ones are, which AWS did not carry out. */
export const sentOnce = (calls: Calls): ClientOptions => ({
  retryStrategy: new Retries(calls, calls.clock, { failed: 1 }),
});

/** What a look found after an answer was lost: the answer that was lost, or why nothing more may be sent. */
export type Arrived<T> = { readonly answer: T } | { readonly refusal: Error };

/**
 * Sends a call that must not be carried out twice and knows no client token. When no answer came, it looks whether the
 * call has arrived before it sends again, and does not send again where nobody can look.
 * @param look undefined when the call did not arrive
 */
export async function once<T>(
  { clock }: Pick<Calls, "clock">,
  send: () => Promise<T>,
  look: (lost: unknown) => Promise<Arrived<T> | undefined>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      if (!isWithoutAnswer(error)) throw error;
      const arrived = await lookAgain(clock, look, error);
      if (arrived && "refusal" in arrived) throw arrived.refusal;
      if (arrived) return arrived.answer;
      if (attempt === attempts) throw error;
    }
  }
}

async function lookAgain<T>(
  clock: Clock,
  look: (lost: unknown) => Promise<Arrived<T> | undefined>,
  lost: unknown,
): Promise<Arrived<T> | undefined> {
  for (const wait of waits) {
    await sleep(clock, wait);
    const arrived = await look(lost).catch(() => Promise.reject(lost as Error));
    if (arrived) return arrived;
  }
  return undefined;
}

/** Whether it may have been carried out although the call failed. */
const isWithoutAnswer = (error: unknown): boolean =>
  kindOf(error) === "unreachable" || (error as { readonly $fault?: string }).$fault === "server";
