import { spawn } from "node:child_process";
import { once } from "node:events";
import { delimiter, resolve } from "node:path";
import { setTimeout } from "node:timers";
import { install } from "./install.mjs";
import { watchParents } from "./watchParents.mjs";

/** Milliseconds after which a process that was asked to end is ended. */
const patience = 20_000;

/**
 * Runs a script of the project, after what it needs has been installed, and exits with its code. What runs is ended by a
 * signal that we get, and when npm is gone.
 */
export async function runScript(args) {
  const running = new Running();
  for (const signal of ["SIGHUP", "SIGINT", "SIGTERM"]) process.on(signal, () => running.end(signal));
  // npm's shell passes no signal on to us, and npm that is killed none to its shell.
  watchParents(() => running.end("SIGTERM"));

  const problem = await install((child) => running.begin(child));
  if (running.isEnding) process.exit(1);
  if (problem) {
    console.error(problem);
    process.exit(1);
  }
  const PATH = resolve("node_modules/.bin") + delimiter + process.env.PATH;
  const node = resolve("node_modules/.bin", process.platform === "win32" ? "node.cmd" : "node");
  const script = spawn(node, args, {
    stdio: "inherit",
    env: { ...process.env, PATH },
    shell: process.platform === "win32",
  });
  running.begin(script);
  const [code] = await once(script, "exit");
  process.exit(code ?? 1);
}

/** The process that runs at the moment. */
class Running {
  isEnding = false;
  #child;

  begin(child) {
    this.#child = child;
  }

  /** Ends it, also when it does not want to. */
  end(signal) {
    this.isEnding = true;
    this.#child?.kill(signal);
    setTimeout(() => this.#child?.kill("SIGKILL"), patience).unref();
  }
}
