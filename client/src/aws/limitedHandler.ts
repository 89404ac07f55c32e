import { NodeHttpHandler } from "@smithy/node-http-handler";
import type { Clock } from "../model/clock.ts";

/** Milliseconds after which an attempt is given up, from its request to the last byte of its answer. */
export const attemptLimit = 20_000;

/** Milliseconds in which a connection must be made. */
const connectionTimeout = 5_000;

type Handle = NodeHttpHandler["handle"];

/** No answer came in time. The SDK tries a call again that ended so. */
class TimeoutError extends Error {
  override readonly name = "TimeoutError";
}

/**
 * Sends requests for AWS clients and ends those that take too long, also in the middle of their answer. The
 * SDK's own `requestTimeout` only warns unless `throwOnRequestTimeout` is set, and it watches for the first
 * byte only:
 * https://github.com/smithy-lang/smithy-typescript/blob/main/packages/node-http-handler/src/set-request-timeout.ts
 */
export class LimitedHandler extends NodeHttpHandler {
  readonly #clock: Clock;
  readonly #limit: number;

  /** @param limit milliseconds of an attempt */
  constructor(clock: Clock, limit = attemptLimit) {
    super({ connectionTimeout });
    this.#clock = clock;
    this.#limit = limit;
  }

  override async handle(...[request, options = {}]: Parameters<Handle>): ReturnType<Handle> {
    const attempt = new Attempt(this.#clock, this.#limit, options.abortSignal as AbortSignal | undefined);
    try {
      const answer = await super.handle(request, { ...options, abortSignal: attempt.signal });
      attempt.read(answer.response.body as NodeJS.ReadableStream & { destroy(error: Error): void });
      return answer;
    } catch (error) {
      attempt.end();
      throw attempt.signal.aborted ? attempt.signal.reason : error;
    }
  }
}

/** One attempt of a call, until its answer has been read or its time is over. */
class Attempt {
  readonly #controller = new AbortController();
  readonly #callOff: () => void;
  readonly #caller: AbortSignal | undefined;
  readonly #leave = (): void => this.#controller.abort(this.#caller?.reason);

  constructor(clock: Clock, limit: number, caller: AbortSignal | undefined) {
    this.#caller = caller;
    this.#callOff = clock.after(limit, () =>
      this.#controller.abort(new TimeoutError(`No answer came within ${limit / 1000} s.`)),
    );
    caller?.addEventListener("abort", this.#leave, { once: true });
    if (caller?.aborted) this.#leave();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Watches the answer's body to its end. */
  read(body: NodeJS.ReadableStream & { destroy(error: Error): void }): void {
    const destroy = (): void => body.destroy(this.signal.reason as Error);
    this.signal.addEventListener("abort", destroy, { once: true });
    body.once("close", () => this.end());
    if (this.signal.aborted) destroy();
  }

  end(): void {
    this.#callOff();
    this.#caller?.removeEventListener("abort", this.#leave);
  }
}
