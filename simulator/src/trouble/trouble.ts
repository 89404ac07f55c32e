/** Trouble that a scenario scripts: what befalls which calls, and when. */
export interface Trouble {
  /** The API's name, such as "ecs" or "logs"; all where it is left out. */
  readonly api?: string;
  /** Names of operations; one that ends in "*" stands for all that begin so. All where they are left out. */
  readonly operations?: readonly string[];
  /** From so many seconds after the start on, in simulated time. */
  readonly from?: number;
  /** Until so many seconds after the start, in simulated time. */
  readonly until?: number;
  /** The chance that it befalls a call, from 0 to 1. */
  readonly share?: number;
  /** It befalls every nth call. */
  readonly every?: number;
  /** The answer is late by so many real seconds. */
  readonly latency?: number;
  readonly error?: TroubleKind;
  /** Calls beyond this rate, in real seconds, are throttled. */
  readonly perSecond?: number;
  /** So many calls at once go through before the rate counts; as many as `perSecond` by default. */
  readonly burst?: number;
}

export type TroubleKind =
  | "throttling"
  | "serverError"
  | "unavailable"
  | "reset"
  | "accessDenied"
  | "expiredToken";
