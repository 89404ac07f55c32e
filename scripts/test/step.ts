import type { Counts } from "../../test/support/counts.ts";

/** One of the things that `npm test` does. */
export interface Step {
  readonly name: string;
  /** A script and its arguments, run by Node in the folder of the project. */
  readonly command: readonly [string, ...string[]];
  /** Steps without which this one would only fail again. */
  readonly needs?: readonly string[];
  /** Whether it runs tests and counts them. */
  readonly tests?: true;
  /** Whether its output is worth reading when all is well. */
  readonly show?: true;
}

/** How a step went. */
export interface Outcome {
  readonly step: Step;
  readonly result: "passed" | "failed" | "not run";
  /** Why it failed or was not run, when its output does not say it. */
  readonly reason?: string;
  readonly output: string;
  readonly seconds: number;
  readonly counts?: Counts;
}
