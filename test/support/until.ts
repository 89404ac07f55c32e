/** Milliseconds that something may take: long, for machines that are busy with something else. */
export const patience = 120_000;

/**
 * Waits until the probe gives something and returns it. For what announces itself by no event.
 * @param deadline in milliseconds
 * @throws Error that names what did not come, with the probe's last error if it threw one.
 */
export async function until<T>(
  what: string,
  probe: () => Promise<T | undefined | false> | T | undefined | false,
  deadline = patience,
): Promise<T> {
  const end = performance.now() + deadline;
  let cause: unknown;
  for (;;) {
    try {
      const result = await probe();
      if (result !== undefined && result !== false) return result;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    if (performance.now() > end)
      throw new Error(`${what} did not come within ${deadline / 1000} s.`, { cause });
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
