/** Tells what lasts longer than a moment: what is done, and how long it took. */
export type Tell = (message: string) => void;

/** Seconds since `start` (milliseconds of `performance.now()`), for people: `3.4 s`. */
export function secondsSince(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/** Does a piece of work, announced before and timed after. */
export async function timed<T>(tell: Tell, title: string, work: () => Promise<T>): Promise<T> {
  tell(`${title} …`);
  const start = performance.now();
  const result = await work();
  tell(`${title}: done in ${secondsSince(start)}.`);
  return result;
}
