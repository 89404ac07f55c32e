/** Milliseconds between two looks. */
const period = 500;

/**
 * Calls back once when the process that started this one is gone: killed outright, it sends no signal to its
 * children.
 * @param starter id of the process that started this one, in case it has ended already
 */
export function whenOrphaned(then: () => void, starter?: number): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent && (starter === undefined || isRunning(starter))) return;
    clearInterval(timer);
    then();
  }, period);
  timer.unref();
}

/** Whether there is a process with this id. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process is running too.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
