/** Trouble that a scenario scripts: what befalls which calls, and when. */
export interface Trouble {
  /** The API's name, such as "ecs" or "logs"; all where it is left out. */
  readonly api?: string;
  /** Names of operations; one that ends in "*" stands for all that begin so. All where they are left out. */
  readonly operations?: readonly string[];
  /**
   * Only calls signed with this access key, or with those that begin so where it ends in "*"; all where it is
   * left out.
   */
  readonly accessKeyId?: string;
  /** From so many seconds after the start on, in simulated time. */
  readonly from?: number;
  /** Until so many seconds after the start, in simulated time. */
  readonly until?: number;
  /** The chance that it befalls a call, from 0 to 1. */
  readonly share?: number;
  /** It befalls every nth call. */
  readonly every?: number;
  /** It befalls so many calls at most. */
  readonly times?: number;
  /** The answer is late by so many real seconds. */
  readonly latency?: number;
  /** The answer is late by so many simulated seconds. */
  readonly late?: number;
  readonly error?: TroubleKind;
  /** The call is carried out before it fails, so that only its answer is lost. */
  readonly carriedOut?: boolean;
  /** For so many simulated seconds after a write, reads answer as they would have before it. */
  readonly stale?: number;
  /** What someone else does just before the call. */
  readonly meanwhile?: readonly OthersCall[];
  /** Calls beyond this rate, in real seconds, are throttled. */
  readonly perSecond?: number;
  /** So many calls at once go through before the rate counts; as many as `perSecond` by default. */
  readonly burst?: number;
}

/**
 * `hang`: no answer ever comes. `stall`: the answer breaks off in its middle, and the connection stays open.
 */
export type TroubleKind =
  | "throttling"
  | "serverError"
  | "unavailable"
  | "reset"
  | "hang"
  | "stall"
  | "accessDenied"
  | "expiredToken";

/** A call of ECS that someone else makes; what ECS refuses of it is lost on them. */
export interface OthersCall {
  /** Such as "UpdateService". */
  readonly operation: string;
  /** The members of its input, as they travel. */
  readonly input?: Readonly<Record<string, unknown>>;
}

/** {@link OthersCall} at a time of its own. */
export interface TimedCall extends OthersCall {
  /** Simulated seconds after the start. */
  readonly at: number;
}
