import { troubleIn } from "../bootstrap/trouble.mjs";
import { Cleanup } from "./cleanup.ts";
import { whenOrphaned } from "./orphaned.ts";

const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Runs a program to its exit code. What it adds to the cleanup ends with it: when it returns or
 * throws, at SIGINT, SIGTERM and SIGHUP, and when the process that started it is gone.
 */
export async function program(main: (cleanup: Cleanup) => Promise<number>): Promise<never> {
  const cleanup = new Cleanup();
  const end = async (code: number): Promise<never> => {
    await cleanup.run();
    process.exit(code);
  };
  for (const [signal, code] of Object.entries(signals)) process.on(signal, () => void end(code));
  whenOrphaned(() => void end(1));
  try {
    return await end(await main(cleanup));
  } catch (error) {
    // What fails because it is being ended is no news.
    if (!cleanup.ending) console.error(inWords(error));
    return end(1);
  }
}

/**
 * What went wrong; when the machine is not ready, what to do about that in place of all that a program said.
 */
function inWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const trouble = troubleIn(message);
  const [first = ""] = message.split("\n");
  return trouble === undefined ? message : `${first.replace(/:$/, ".")}\n${trouble}`;
}
