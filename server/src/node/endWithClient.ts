/** Milliseconds between two looks for the process that started this one. */
const period = 1_000;

/**
 * Ends this process when its client is gone without a word. The protocol's library notices that by the
 * process id that a client may tell; this needs none: the channel between them closes, or the process that
 * started this one is gone.
 */
export function endWithClient(): void {
  const end = (): void => process.exit(1);
  process.once("disconnect", end);
  if (process.argv.includes("--stdio")) {
    process.stdin.once("end", end);
    // Nobody reads the answers any more.
    process.stdout.once("error", end);
  }
  const parent = process.ppid;
  // Another process may hold the channel open that the client has left.
  setInterval(() => process.ppid === parent || end(), period).unref();
}
