/** A repeatable source of identifiers and jitter: the same seed gives the same account. */
export interface Random {
  /** At least 0 and below 1. */
  next(): number;
  hex(length: number): string;
  digits(length: number): string;
  uuid(): string;
}

/** Mulberry32: 32 bits of state are plenty for identifiers in a simulated account. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const text = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet[Math.floor(next() * alphabet.length)]).join("");
  const hex = (length: number): string => text("0123456789abcdef", length);
  return {
    next,
    hex,
    digits: (length) => text("123456789", 1) + text("0123456789", length - 1),
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  };
}
