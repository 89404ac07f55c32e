import { once } from "node:events";
import type { ChildProcess } from "node:child_process";

/** Milliseconds after which a process that was asked to end is ended. */
const patience = 10_000;

/** Arguments for Node by which a process ends with this one, however this one ends. */
export function endingWithThis(): readonly string[] {
  const watcher = new URL("./endWithParent.ts", import.meta.url);
  watcher.searchParams.set("starter", String(process.pid));
  return ["--import", watcher.href];
}

/** Asks a process to end, and ends it when it does not. Resolves when it has ended. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill();
  const timer = setTimeout(() => child.kill("SIGKILL"), patience);
  await ended;
  clearTimeout(timer);
}
