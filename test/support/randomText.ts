/** A text of letters drawn by lot, the same for the same seed. */
export function randomText(seed: number, letters: string, length: number): string {
  let state = (seed + 1) * 0x9e3779b9;
  return Array.from({ length }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return letters[((mixed ^ (mixed >>> 14)) >>> 0) % letters.length];
  }).join("");
}
