import type { Call } from "../http/protocol.ts";
import type { Random } from "../time/random.ts";
import type { Account } from "../state/account.ts";
import type { Trouble } from "./trouble.ts";
import { troubleError } from "./troubleError.ts";

/** What befalls a call: by how many real seconds its answer is late, and whether it fails. */
export interface Fate {
  readonly latency: number;
  readonly error: Error | undefined;
}

export interface TroubleMaker {
  fateOf(call: Call): Fate;
}

interface Bucket {
  tokens: number;
  filledAt: number;
}

/** Deals out the troubles; the first that fails a call decides, latencies add up. */
export function createTroubleMaker(
  troubles: readonly Trouble[],
  account: Account,
  random: Random,
): TroubleMaker {
  const start = account.clock.now();
  const counts = troubles.map(() => 0);
  const buckets = troubles.map(
    ({ perSecond = 0, burst = perSecond }): Bucket => ({ tokens: burst, filledAt: performance.now() }),
  );

  const befalls = (trouble: Trouble, index: number, { api, operation }: Call): boolean => {
    if (!matches(trouble, api.name, operation)) return false;
    const elapsed = account.clock.now() - start;
    if (elapsed < (trouble.from ?? 0) || elapsed >= (trouble.until ?? Infinity)) return false;
    const count = (counts[index] = (counts[index] ?? 0) + 1);
    if (trouble.every !== undefined && count % trouble.every !== 0) return false;
    return trouble.share === undefined || random.next() < trouble.share;
  };
  const errorOf = (trouble: Trouble, index: number, { api, operation }: Call): Error | undefined => {
    const bucket = buckets[index];
    if (
      trouble.perSecond !== undefined &&
      bucket &&
      !takeToken(bucket, trouble.perSecond, trouble.burst ?? trouble.perSecond)
    )
      return troubleError("throttling", account, api, operation);
    return trouble.error && troubleError(trouble.error, account, api, operation);
  };

  return {
    fateOf(call) {
      let latency = 0;
      let error: Error | undefined;
      troubles.forEach((trouble, index) => {
        if (!befalls(trouble, index, call)) return;
        latency += trouble.latency ?? 0;
        error ??= errorOf(trouble, index, call);
      });
      return { latency, error };
    },
  };
}

function matches({ api, operations }: Trouble, name: string, operation: string): boolean {
  if (api !== undefined && api !== name) return false;
  return (
    operations === undefined ||
    operations.some((pattern) =>
      pattern.endsWith("*") ? operation.startsWith(pattern.slice(0, -1)) : pattern === operation,
    )
  );
}

/** Takes one of the tokens, which come back at `perSecond` up to `burst`; tells whether there was one. */
function takeToken(bucket: Bucket, perSecond: number, burst: number): boolean {
  const now = performance.now();
  bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.filledAt) / 1000) * perSecond);
  bucket.filledAt = now;
  if (bucket.tokens < 1) return false;
  bucket.tokens--;
  return true;
}
