import { createRandom } from "../../simulator/src/time/random.ts";

/** Choices of a day, all from one seed. */
export interface Chance {
  /** True in this share of cases, from 0 to 1. */
  happens(share: number): boolean;
  /** A whole number from 0 up to, but not including, the limit. */
  below(limit: number): number;
  /** One of a list that has at least one. */
  of<T>(list: readonly T[]): T;
}

export function chanceOf(seed: number): Chance {
  const random = createRandom(seed);
  const below = (limit: number): number => Math.floor(random.next() * limit);
  return {
    happens: (share) => random.next() < share,
    below,
    of: (list) => list[below(list.length)]!,
  };
}
