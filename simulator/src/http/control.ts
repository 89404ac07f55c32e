import { ApiError } from "../protocol/apiError.ts";
import { troubleFaults } from "../scenario/scenarioSchema.ts";
import type { Trouble } from "../trouble/trouble.ts";
import type { RawRequest, RawResponse } from "./protocol.ts";

/** What a test in another process can do with the simulator. */
export interface Control {
  /** The calls received since the last `resetCalls`. */
  readonly calls: readonly object[];
  resetCalls(): void;
  /** Moves simulated time forward by seconds. */
  advance(seconds: number): void;
  setTrouble(troubles: readonly Trouble[]): void;
}

const prefix = "/_simulator/";

/**
 * Answers requests to the simulator itself: GET calls, POST resetCalls, POST advance with `{"seconds": n}`,
 * POST trouble with a list of troubles. Undefined for requests to AWS. Throws an ApiError for what cannot be
 * done.
 */
export function answerControl({ method, path, body }: RawRequest, control: Control): RawResponse | undefined {
  if (!path.startsWith(prefix)) return undefined;
  switch (`${method} ${path.slice(prefix.length)}`) {
    case "GET calls":
      return respond(control.calls);
    case "POST resetCalls":
      control.resetCalls();
      return respond({});
    case "POST advance":
      control.advance(readSeconds(body));
      return respond({});
    case "POST trouble":
      control.setTrouble(readTroubles(body));
      return respond({});
    default:
      throw new ApiError("NotFound", `The simulator has no control ${method} ${path}.`, 404);
  }
}

const respond = (value: object): RawResponse => ({
  status: 200,
  contentType: "application/json",
  body: JSON.stringify(value),
});

/** Time moves by a year at most at once: what happens in it is all played. */
const mostSeconds = 365 * 86400;

function readSeconds(body: string): number {
  const { seconds } = Object(readJson(body)) as { readonly seconds?: unknown };
  if (typeof seconds === "number" && seconds >= 0 && seconds <= mostSeconds) return seconds;
  throw refuse(`seconds must be a number from 0 to ${mostSeconds}.`);
}

function readTroubles(body: string): readonly Trouble[] {
  const troubles = readJson(body);
  const faults = troubleFaults(troubles);
  if (faults.length > 0) throw refuse(faults.join("\n"));
  return troubles as readonly Trouble[];
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw refuse("The body is not valid JSON.");
  }
}

const refuse = (message: string): ApiError => new ApiError("ValidationException", message);
