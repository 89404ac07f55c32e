import { ApiError } from "../apiError.ts";
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
 * Answers requests to the simulator itself: GET calls, POST resetCalls, POST advance with `{"seconds": n}`, POST
 * trouble with a list of troubles. Undefined for requests to AWS.
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
      control.advance(Number((JSON.parse(body) as { seconds?: unknown }).seconds));
      return respond({});
    case "POST trouble":
      control.setTrouble(JSON.parse(body) as Trouble[]);
      return respond({});
    default:
      throw new ApiError("NotFound", `The simulator has no control ${method} ${path}.`, 404);
  }
}

const respond = (value: object): RawResponse => ({ status: 200, contentType: "application/json", body: JSON.stringify(value) });
