// Loaded into processes that do not watch for the end of the process that started them, such as mocha or VS Code:
//   node --import file:///…/endWithParent.ts?starter=<process id> …
// Node hands this on to the processes that they fork.
import { isMainThread } from "node:worker_threads";
import { whenOrphaned } from "./orphaned.ts";

/** Milliseconds for an orderly end. */
const patience = 5_000;

if (isMainThread) {
  const starter = Number(new URL(import.meta.url).searchParams.get("starter"));
  whenOrphaned(endSelf, starter || undefined);
}

function endSelf(): void {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.kill(process.pid, "SIGKILL"), patience);
}
