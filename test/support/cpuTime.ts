/**
 * CPU time that some synchronous or awaited work takes on this thread, in milliseconds. What else the machine
 * does, and what the engine does on threads of its own, is not counted. It comes in steps of some
 * milliseconds: short work shows as none, so measure many turns of it together.
 */
export async function cpuTimeOf(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  return since(before);
}

/** Like {@link cpuTimeOf}, for work that is done when it returns. */
export function cpuTimeOfSync(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  return since(before);
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
