import { setTimeout as delay } from "node:timers/promises";
import { apis } from "../apis.ts";
import type { Call, Request } from "../http/protocol.ts";
import type { Outcome } from "../http/server.ts";
import { ApiError } from "../protocol/apiError.ts";
import type { Account } from "../state/types.ts";
import { createPast } from "../state/past.ts";
import type { Random } from "../time/random.ts";
import type { OthersCall, TimedCall, Trouble } from "./trouble.ts";
import { createTroubleMaker } from "./troubleMaker.ts";

export interface Receiver {
  /** Carries a call out, with the trouble that befalls it. */
  readonly receive: (call: Call) => Promise<Outcome>;
  /** Carries a call out at once, whatever befalls others. */
  readonly carryOut: (request: OthersCall, api?: string) => object;
  /** Replaces the troubles; their times count from now. */
  readonly setTrouble: (troubles: readonly Trouble[]) => void;
}

/** What stands between the callers and the account; `others` call at their times from now. */
export function createReceiver(
  account: Account,
  random: Random,
  others: readonly TimedCall[] = [],
): Receiver {
  const past = createPast(account);
  let troubleMaker = createTroubleMaker([], account, random);

  const carryOut = (request: Request, stale = 0): object => {
    if (isRead(request)) return dispatch(stale > 0 ? past.before(stale) : account, request);
    if (troubleMaker.longestStale > 0) past.keep(troubleMaker.longestStale);
    return dispatch(account, request);
  };
  // Nobody hears what comes of it.
  const carryOutUnheard = (request: Request): void => {
    try {
      carryOut(request);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  };
  for (const other of others) account.clock.after(other.at, () => carryOutUnheard(requestOf(other)));

  return {
    carryOut: (request, api) => carryOut(requestOf(request, api)),
    setTrouble: (troubles) => void (troubleMaker = createTroubleMaker(troubles, account, random)),
    async receive(call) {
      const { latency, late, error, carriedOut, breaksOff, stale, meanwhile } = troubleMaker.fateOf(call);
      if (latency > 0) await delay(latency * 1000, undefined, { ref: false });
      if (late > 0) await new Promise<void>((resolve) => account.clock.after(late, resolve));
      for (const other of meanwhile) carryOutUnheard(requestOf(other));
      if (!error) return { output: carryOut(call, stale), breaksOff };
      if (carriedOut) carryOutUnheard(call);
      throw error;
    },
  };
}

/** Whether an operation changes nothing, by how AWS names operations. */
const isRead = ({ operation }: Request): boolean =>
  /^(?:BatchGet|Describe|Filter|Get|List|Simulate)/.test(operation);

function requestOf({ operation, input = {} }: OthersCall, name = "ecs"): Request {
  const api = apis.find((each) => each.name === name);
  if (!api) throw new Error(`The simulator has no API ${name}.`);
  return { api, operation, input };
}

function dispatch(account: Account, { api, operation, input }: Request): object {
  const found = api.operations.find(({ name }) => name === operation);
  if (!found)
    throw new ApiError(
      "UnknownOperationException",
      `The simulator does not play ${api.name}:${operation}. docs/simulator.md lists what it plays.`,
    );
  return found.run(account, input as never);
}
