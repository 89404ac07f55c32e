import { spawn } from "node:child_process";
import { once } from "node:events";

/** What a program took from its start to its end. */
export interface ProcessTime {
  /** CPU time of the process and its threads, in milliseconds. */
  readonly cpu: number;
  /** In milliseconds. */
  readonly wall: number;
}

/**
 * Runs a program and measures it by the shell's own `time`. Its output is thrown away, its exit code does not
 * matter. Throws an Error when the program could not be started.
 */
export async function processTime(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<ProcessTime> {
  const script = 'TIMEFORMAT="%U %S %R"; time "$@" >/dev/null 2>&1';
  const shell = spawn("bash", ["-c", script, "bash", program, ...args], {
    env: { ...env, LC_ALL: "C" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let told = "";
  shell.stderr.setEncoding("utf8").on("data", (text: string) => (told += text));
  await once(shell, "close");
  const [user, system, wall] = told.trim().split(" ").map(Number);
  if (wall === undefined || Number.isNaN(wall)) throw new Error(`${program} could not be measured: ${told}`);
  return { cpu: (user! + system!) * 1_000, wall: wall * 1_000 };
}
