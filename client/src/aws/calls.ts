import type { Clock } from "../model/clock.ts";
import { isCredentialFailure, kindOf } from "../model/failure.ts";
import type { Credentials } from "./credentials.ts";
import { InFlight } from "./inFlight.ts";
import type { RetryListener } from "./retries.ts";
import { TokenBucket } from "./tokenBucket.ts";

/** Hears of every call, for the log, and of throttling, for the user. */
export interface CallObserver {
  /** @param error what the call threw, if it failed */
  finished(operation: string, milliseconds: number, error?: unknown): void;
  /** Called with true when AWS has been throttling for a few seconds, and with false when it stops. */
  throttling(isThrottled: boolean): void;
  /** Called when AWS accepts the credentials again after it had refused them, or there had been none. */
  recovered(): void;
}

/** Seconds for which the calls may come at once, when there were none before. */
const burstSeconds = 2.5;

/** Milliseconds of throttling that need no words. */
const usualPatience = 3_000;

/** Gives the budget of an account; the second argument makes one. */
export type BudgetOf = (account: string, make: () => TokenBucket) => TokenBucket;

/** The calls of one connection: within its account's budget, shared while in flight, observed. */
export class Calls implements RetryListener {
  #budget: TokenBucket;
  readonly #inFlight = new InFlight();
  readonly #observer: CallObserver;
  #credentials: Credentials | undefined;
  #hasWorked = false;
  readonly clock: Clock;
  readonly #patience: number;
  #budgetOf: BudgetOf | undefined;
  readonly #newBudget: () => TokenBucket;
  #callOff: (() => void) | undefined;
  #isTold = false;

  /**
   * @param callsPerSecond the budget, of which some may come at once
   * @param patience milliseconds of throttling after which the observer is told
   */
  constructor(observer: CallObserver, callsPerSecond: number, clock: Clock, patience = usualPatience) {
    this.#newBudget = () => new TokenBucket(burstSeconds * callsPerSecond, callsPerSecond, clock);
    this.#budget = this.#newBudget();
    this.#observer = observer;
    this.clock = clock;
    this.#patience = patience;
  }

  /** Says which budget counts once the account is known. */
  shareBudget(budgetOf: BudgetOf): void {
    this.#budgetOf = budgetOf;
  }

  /**
   * Takes calls out of the account's budget from now on: ECS limits an account in a region, whatever the
   * profiles are with which it is called.
   */
  belongTo(account: string): void {
    this.#budget = this.#budgetOf?.(account, this.#newBudget) ?? this.#budget;
  }

  /** Tells these credentials what becomes of the calls that are signed with them. */
  watch(credentials: Credentials): void {
    this.#credentials = credentials;
  }

  /** True once AWS has answered a call: there are credentials, and they are valid. */
  get hasWorked(): boolean {
    return this.#hasWorked;
  }

  /**
   * A call that changes nothing. The same operation with the same input joins the one in flight, if that has
   * the same credentials.
   */
  read<T>(
    operation: string,
    input: unknown,
    send: (signal: AbortSignal) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const key = `${operation} ${this.#credentials?.generation} ${JSON.stringify(input)}`;
    return this.#inFlight.share(key, (shared) => this.#within(operation, () => send(shared), shared), signal);
  }

  /** A call that changes something: never shared, never started when the signal is aborted. */
  write<T>(operation: string, send: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.#within(operation, send, signal);
  }

  retrying(throttled: boolean): void {
    if (!throttled) return;
    this.#budget.slowDown();
    this.#callOff ??= this.clock.after(this.#patience, () => this.#report(true));
  }

  succeeded(): void {
    this.#budget.speedUp();
    this.#callOff?.();
    this.#callOff = undefined;
    if (this.#isTold) this.#report(false);
  }

  #report(isThrottled: boolean): void {
    this.#isTold = isThrottled;
    this.#observer.throttling(isThrottled);
  }

  #accepted(): void {
    this.#hasWorked = true;
    if (!this.#credentials?.areFailing) return;
    this.#credentials.accepted();
    this.#observer.recovered();
  }

  async #within<T>(operation: string, send: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.#budget.take(signal);
    const started = this.clock.elapsed();
    const generation = this.#credentials?.generation ?? 0;
    try {
      const result = await send();
      this.#accepted();
      this.#observer.finished(operation, this.clock.elapsed() - started);
      return result;
    } catch (error) {
      this.#observer.finished(operation, this.clock.elapsed() - started, error);
      if (isCredentialFailure(kindOf(error))) this.#credentials?.refused(generation, error);
      throw error;
    }
  }
}
