import Mocha from "mocha";
import { writeCountsAtEnd } from "./counts.ts";
import { reportLeftovers } from "./leftovers.ts";

/** A dot for every test and the failures at the end; leaves the counts to scripts/test.ts. */
export default class DotReporter extends Mocha.reporters.Dot {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    writeCountsAtEnd(runner);
    reportLeftovers(runner);
  }
}
