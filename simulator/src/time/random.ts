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
  /** 32 random bits. */
  const bits = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const hex = (length: number): string => {
    let text = "";
    while (text.length < length) text += bits().toString(16).padStart(8, "0");
    return text.slice(0, length);
  };
  const digits = (length: number): string => {
    let text = String(1 + (bits() % 9));
    while (text.length < length) text += String(bits() % 1_000_000).padStart(6, "0");
    return text.slice(0, length);
  };
  const uuid = (): string => {
    const text = hex(30);
    return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(12, 15)}-a${text.slice(15, 18)}-${text.slice(18, 30)}`;
  };
  return { next: () => bits() / 2 ** 32, hex, digits, uuid };
}
