import { type Day, playDay } from "./day.ts";

/**
 * The day with the steps left out, from the front, without which it fails all the same. Plays it again for
 * each.
 */
export async function shrunk(day: Day): Promise<Day> {
  let shortest = day;
  for (let skipped = 0; skipped < day.steps.length - 1; skipped += 1) {
    const again = await playDay(day.seed, {
      most: day.steps.length,
      without: new Set([...shortest.skipped, skipped]),
    });
    if (again.faults.length > 0) shortest = again;
  }
  return shortest;
}
