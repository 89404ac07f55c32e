import type { Account } from "./types.ts";

/** What the account was like before recent writes, for reads that do not see them yet. */
export interface Past {
  /** Remembers the account as it is, for `seconds` of simulated time. */
  keep(seconds: number): void;
  /**
   * The account before the first write of the last `seconds` of simulated time; as it is when there was none.
   */
  before(seconds: number): Account;
}

export function createPast(account: Account): Past {
  let moments: readonly { readonly time: number; readonly account: Account }[] = [];
  return {
    keep(seconds) {
      const now = account.clock.now();
      const recent = moments.filter(({ time }) => time > now - seconds);
      moments = [...recent, { time: now, account: snapshotOf(account) }];
    },
    before(seconds) {
      const since = account.clock.now() - seconds;
      return moments.find(({ time }) => time > since)?.account ?? account;
    },
  };
}

/** A copy whose time stands still: nothing that happens to the account changes it. */
function snapshotOf(account: Account): Account {
  const now = account.clock.now();
  const clock = { ...account.clock, now: () => now };
  return { ...copyOf(account, new Map<object, object>([[account.clock, clock]])), clock };
}

/** Copies data with all that it refers to, each object once; functions are shared. */
function copyOf<T>(value: T, copies: Map<object, object>): T {
  if (typeof value !== "object" || value === null) return value;
  const known = copies.get(value);
  if (known) return known as T;
  if (value instanceof Map) return copyMap(value, copies) as T;
  if (value instanceof Set) return copySet(value, copies) as T;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {};
  copies.set(value, copy);
  for (const [name, member] of Object.entries(value))
    (copy as Record<string, unknown>)[name] = copyOf(member, copies);
  return copy as T;
}

function copyMap(value: ReadonlyMap<unknown, unknown>, copies: Map<object, object>): Map<unknown, unknown> {
  const copy = new Map<unknown, unknown>();
  copies.set(value, copy);
  for (const [key, content] of value) copy.set(copyOf(key, copies), copyOf(content, copies));
  return copy;
}

function copySet(value: ReadonlySet<unknown>, copies: Map<object, object>): Set<unknown> {
  const copy = new Set<unknown>();
  copies.set(value, copy);
  for (const content of value) copy.add(copyOf(content, copies));
  return copy;
}
