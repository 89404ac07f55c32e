import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from "@smithy/types";
import { sleep, type Clock } from "../model/clock.ts";

/** Asks the user for the current code of an MFA device. Rejects when the user dismisses the question. */
export type AskMfaCode = (serial: string) => Promise<string>;

/** Gets credentials anew from where the profile or the environment has them. */
export type LoadCredentials = (
  askMfaCode: AskMfaCode,
  ...caller: Parameters<AwsCredentialIdentityProvider>
) => Promise<AwsCredentialIdentity>;

/** Milliseconds before their end from which credentials are loaded anew. */
const margin = 5 * 60_000;

/** Milliseconds that a call waits for credentials. A program that a profile names may never end. */
const patience = 60_000;

/** Credentials could not be had, and asking the user again by itself would be a nuisance. */
class UnansweredError extends Error {
  // As the SDK names what its own providers throw.
  override readonly name = "CredentialsProviderError";
}

const unanswered = (cause: unknown): UnansweredError =>
  new UnansweredError(cause instanceof Error ? cause.message : String(cause), { cause });

class TimeoutError extends Error {
  override readonly name = "TimeoutError";
}

/**
 * The credentials of one connection, for all its clients. The SDK keeps what has no end for ever, so that
 * keys which the user has renewed in a file would never be read: here, credentials that AWS has refused are
 * loaded anew for the next call. Where the user was asked for an MFA code and it led to nothing, nothing is
 * asked again until the user acts.
 */
export class Credentials {
  readonly #load: LoadCredentials;
  readonly #askMfaCode: AskMfaCode;
  readonly #clock: Clock;
  readonly #renewals = new Set<() => void>();
  #present: AwsCredentialIdentity | undefined;
  #loading: Promise<AwsCredentialIdentity> | undefined;
  /** When the present ones were loaded, in milliseconds of the clock that never goes back. */
  #loadedAt = -Infinity;
  #wasAsked = false;
  #isAsking = false;
  #unanswered: Error | undefined;
  #isRefused = false;
  #generation = 0;
  #isNoticed = false;

  constructor(load: LoadCredentials, askMfaCode: AskMfaCode, clock: Clock) {
    this.#load = load;
    this.#askMfaCode = askMfaCode;
    this.#clock = clock;
  }

  /** What a client is made with. */
  get provider(): AwsCredentialIdentityProvider {
    const provide = (...caller: Parameters<AwsCredentialIdentityProvider>) => this.#provide(...caller);
    // Tells the client not to keep them itself.
    return Object.assign(provide, { memoized: true });
  }

  /**
   * Notes that AWS refused the credentials, so that the next call gets others if there are any. Those for
   * which the user just gave a code are not loaded again by themselves.
   * @param generation that of the moment in which the refused call began: others may count since
   */
  refused(generation: number, error: unknown): void {
    if (generation !== this.#generation) return;
    this.#isRefused = true;
    this.#forget();
    if (this.#wasAsked && this.#clock.elapsed() - this.#loadedAt < margin)
      this.#unanswered ??= unanswered(error);
  }

  /** Notes that AWS accepted the credentials. */
  accepted(): void {
    this.#isRefused = this.#isNoticed = false;
  }

  /** Counts up whenever others may be loaded for the next call. */
  get generation(): number {
    return this.#generation;
  }

  /** Whether the last attempt to use or to load them failed. */
  get areFailing(): boolean {
    return this.#isRefused || this.#unanswered !== undefined;
  }

  /** Whether the caller is to tell the user that they fail; false where somebody did already. */
  claimNotice(): boolean {
    const isFirst = !this.#isNoticed;
    this.#isNoticed = true;
    return isFirst;
  }

  /** The user has signed in or acts otherwise: they are loaded anew, and the user may be asked again. */
  renew(): void {
    this.#unanswered = undefined;
    this.#isNoticed = false;
    // An open question for a code is about these as well.
    if (!this.#isAsking) this.#loading = undefined;
    this.#forget();
    for (const tell of [...this.#renewals]) tell();
  }

  /** Resolves when the user has renewed them. Rejects with the signal's reason when it is aborted first. */
  renewed(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason as Error);
      const leave = (): void => {
        this.#renewals.delete(tell);
        reject(signal.reason as Error);
      };
      const tell = (): void => {
        this.#renewals.delete(tell);
        signal.removeEventListener("abort", leave);
        resolve();
      };
      this.#renewals.add(tell);
      signal.addEventListener("abort", leave, { once: true });
    });
  }

  #forget(): void {
    this.#present = undefined;
    this.#generation += 1;
  }

  async #provide(...caller: Parameters<AwsCredentialIdentityProvider>): Promise<AwsCredentialIdentity> {
    const left = this.#left();
    if (this.#present && left > margin) return this.#present;
    if (this.#unanswered && left <= 0) throw this.#unanswered;
    if (this.#unanswered && this.#present) return this.#present;
    const loading = (this.#loading ??= this.#startLoading(caller));
    // Those that last a little longer are better than none.
    if (this.#present && left > 0) return this.#present;
    return this.#patiently(loading);
  }

  /** Milliseconds until the present credentials end; 0 where there are none. */
  #left(): number {
    if (!this.#present) return 0;
    const { expiration } = this.#present;
    return expiration ? expiration.getTime() - this.#clock.now() : Infinity;
  }

  #startLoading(caller: Parameters<AwsCredentialIdentityProvider>): Promise<AwsCredentialIdentity> {
    const loading = this.#loadOnce(caller).finally(() => {
      if (this.#loading === loading) this.#loading = undefined;
    });
    // There may be nobody who waits for it.
    loading.catch(() => undefined);
    return loading;
  }

  async #loadOnce(caller: Parameters<AwsCredentialIdentityProvider>): Promise<AwsCredentialIdentity> {
    const generation = this.#generation;
    let wasAsked = false;
    const ask: AskMfaCode = async (serial) => {
      wasAsked = this.#isAsking = true;
      try {
        return await this.#askMfaCode(serial);
      } finally {
        this.#isAsking = false;
      }
    };
    try {
      this.#present = await this.#load(ask, ...caller);
      this.#loadedAt = this.#clock.elapsed();
      this.#wasAsked = wasAsked;
      return this.#present;
    } catch (error) {
      if (!wasAsked) throw error;
      const answer = unanswered(error);
      if (generation === this.#generation) this.#unanswered = answer;
      throw answer;
    }
  }

  /** Waits for credentials, but not for ever, unless it is the user who takes the time. */
  async #patiently(loading: Promise<AwsCredentialIdentity>): Promise<AwsCredentialIdentity> {
    const controller = new AbortController();
    const late = sleep(this.#clock, patience, controller.signal).then(() => {
      if (this.#isAsking) return loading;
      throw new TimeoutError("No credentials came within a minute.");
    });
    // The race below hears of it, unless the credentials came first.
    late.catch(() => undefined);
    try {
      return await Promise.race([loading, late]);
    } finally {
      controller.abort();
    }
  }
}
