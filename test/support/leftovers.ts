import type Mocha from "mocha";

const patience = 10_000;

/** Ends a run that its own tests keep from ending, by a timer or a socket that nobody closed, and says so. */
export function reportLeftovers(runner: Mocha.Runner): void {
  runner.once("end", () => {
    const timer = setTimeout(() => {
      console.error(
        `All tests have ended, but something that they started goes on: ${process.getActiveResourcesInfo().join(", ")}.`,
      );
      // Mocha sets the code when the process exits: this comes after it.
      process.once("exit", () => (process.exitCode = 1));
      process.exit();
    }, patience);
    timer.unref();
  });
}
