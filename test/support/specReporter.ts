import Mocha from "mocha";
import { writeCountsAtEnd } from "./counts.ts";
import { reportLeftovers } from "./leftovers.ts";

/** Names every test as it ends, and leaves the counts to scripts/test.ts. */
export default class SpecReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    writeCountsAtEnd(runner);
    reportLeftovers(runner);
  }
}
