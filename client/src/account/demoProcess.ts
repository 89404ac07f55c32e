import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** The simulator with the demo account, as a process of its own. */
export interface DemoProcess {
  /** `http://127.0.0.1:<port>` */
  readonly endpoint: string;
  /** Resolves when the process is gone, whatever ended it. */
  readonly ended: Promise<void>;
  stop(): void;
}

/**
 * Starts the bundled simulator on a free loopback port. It ends with this process too, whose end it notices
 * by the channel between them. Rejects with what it said when it does not start.
 */
export async function startDemoProcess(program: string): Promise<DemoProcess> {
  const child = fork(program, ["--port", "0", "--scenario", "demo"], {
    // What debugs this process is not for that one.
    execArgv: [],
    // VS Code's own program is Electron, which is Node when told so.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: "1" },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const ended = once(child, "exit").then(() => undefined);
  const endpoint = await endpointOf(child);
  return { endpoint, ended, stop: () => void child.kill() };
}

async function endpointOf(child: ChildProcess): Promise<string> {
  let complaint = "";
  child.stderr?.on("data", (data: Buffer) => (complaint += data.toString()));
  const started = once(createInterface({ input: child.stdout as Readable }), "line") as Promise<[string]>;
  const failed = once(child, "close").then(([code]) => {
    throw new Error(`the simulator ended with ${code}. ${complaint.trim()}`);
  });
  const [line] = await Promise.race([started, failed]);
  // From here on its end is no failure to start.
  failed.catch(() => undefined);
  return (JSON.parse(line) as { endpoint: string }).endpoint;
}
