import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream } from "node:fs";
import { endingWithThis } from "./child.ts";

export interface ServiceOptions {
  readonly name: string;
  /** A script and its arguments, run by Node. */
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env: NodeJS.ProcessEnv;
  /** Where its output goes. */
  readonly logFile: string;
  /** What it prints when it is ready. */
  readonly ready: RegExp;
}

export interface Service {
  /** What matched `ready`. */
  readonly ready: RegExpExecArray;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends the process and all that it started. */
  stop(): Promise<void>;
}

const startDeadline = 180_000;
const stopDeadline = 5_000;

/**
 * Starts a process that serves until it is stopped, and waits until it is ready.
 * @throws Error with its last output, when it ends or three minutes pass before it is ready.
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { args, cwd, env, name, logFile } = options;
  // A process group of its own, so that all it starts can be ended with it.
  const child = spawn(process.execPath, [...endingWithThis(), ...args], {
    ...(cwd && { cwd }),
    env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
  });
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => resolve());
    child.once("error", () => resolve());
  });
  const kill = (signal: NodeJS.Signals): void => killGroup(child, signal);
  const killAtExit = (): void => kill("SIGKILL");
  process.once("exit", killAtExit);
  // What it started is of no use without it.
  child.once("exit", killAtExit);
  const stop = async (): Promise<void> => {
    kill("SIGTERM");
    const timer = setTimeout(() => kill("SIGKILL"), stopDeadline);
    await ended;
    clearTimeout(timer);
    // Those that outlive the first of the group.
    kill("SIGKILL");
    process.removeListener("exit", killAtExit);
  };
  try {
    return { ready: await readiness(child, options, ended), ended, stop };
  } catch (error) {
    await stop();
    throw new Error(`${name} did not start: ${(error as Error).message}\nIts output is in ${logFile}.`, {
      cause: error,
    });
  }
}

function readiness(
  child: ChildProcess,
  { ready, logFile }: ServiceOptions,
  ended: Promise<void>,
): Promise<RegExpExecArray> {
  const log = createWriteStream(logFile, { flags: "a" });
  return new Promise((resolve, reject) => {
    let output = "";
    const read = (data: Buffer): void => {
      log.write(data);
      output = (output + data.toString()).slice(-20_000);
      const match = ready.exec(output);
      if (match) resolve(match);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("error", reject);
    const timer = setTimeout(
      () => reject(new Error(`not ready after ${startDeadline / 1000} s`)),
      startDeadline,
    );
    timer.unref();
    void ended.then(() => {
      clearTimeout(timer);
      log.end();
      reject(new Error(output.slice(-2_000).trim() || "it ended without a word"));
    });
  });
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
