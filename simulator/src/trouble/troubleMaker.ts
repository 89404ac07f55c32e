import type { Call } from "../http/protocol.ts";
import type { Random } from "../time/random.ts";
import type { OthersCall, Trouble } from "./trouble.ts";
import { troubleError } from "./troubleError.ts";
import type { Account } from "../state/types.ts";

/** What befalls a call. */
export interface Fate {
  /** Real seconds by which its answer is late. */
  readonly latency: number;
  /** Simulated seconds by which its answer is late. */
  readonly late: number;
  readonly error: Error | undefined;
  /** Whether it is carried out although it fails. */
  readonly carriedOut: boolean;
  /** Whether its answer breaks off. */
  readonly breaksOff: boolean;
  /** Simulated seconds for which it does not see what was written. */
  readonly stale: number;
  /** What others do before it. */
  readonly meanwhile: readonly OthersCall[];
}

export interface TroubleMaker {
  /** For how long, in simulated seconds, some read may not see a write. */
  readonly longestStale: number;
  fateOf(call: Call): Fate;
}

interface Dealt {
  readonly trouble: Trouble;
  readonly index: number;
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

  const left = troubles.map(({ times = Infinity }) => times);

  const befalls = (trouble: Trouble, index: number, call: Call): boolean => {
    if (!matches(trouble, call) || left[index] === 0) return false;
    const elapsed = account.clock.now() - start;
    if (elapsed < (trouble.from ?? 0) || elapsed >= (trouble.until ?? Infinity)) return false;
    const count = (counts[index] = (counts[index] ?? 0) + 1);
    if (trouble.every !== undefined && count % trouble.every !== 0) return false;
    if (trouble.share !== undefined && random.next() >= trouble.share) return false;
    left[index] = (left[index] ?? 0) - 1;
    return true;
  };
  const errorOf = (trouble: Trouble, index: number, { api, operation }: Call): Error | undefined => {
    const bucket = buckets[index];
    if (
      trouble.perSecond !== undefined &&
      bucket &&
      !takeToken(bucket, trouble.perSecond, trouble.burst ?? trouble.perSecond)
    )
      return troubleError("throttling", account, api, operation);
    if (trouble.error === undefined || trouble.error === "stall") return undefined;
    return troubleError(trouble.error, account, api, operation);
  };

  /** The first trouble that fails the call decides. */
  const failureOf = (dealt: readonly Dealt[], call: Call): Pick<Fate, "error" | "carriedOut"> => {
    for (const { trouble, index } of dealt) {
      const error = errorOf(trouble, index, call);
      if (error) return { error, carriedOut: trouble.carriedOut ?? false };
    }
    return { error: undefined, carriedOut: false };
  };

  return {
    longestStale: Math.max(0, ...troubles.map(({ stale = 0 }) => stale)),
    fateOf(call) {
      const dealt = troubles
        .map((trouble, index) => ({ trouble, index }))
        .filter(({ trouble, index }) => befalls(trouble, index, call));
      return {
        ...failureOf(dealt, call),
        latency: dealt.reduce((sum, { trouble }) => sum + (trouble.latency ?? 0), 0),
        late: dealt.reduce((sum, { trouble }) => sum + (trouble.late ?? 0), 0),
        breaksOff: dealt.some(({ trouble }) => trouble.error === "stall"),
        stale: Math.max(0, ...dealt.map(({ trouble }) => trouble.stale ?? 0)),
        meanwhile: dealt.flatMap(({ trouble }) => trouble.meanwhile ?? []),
      };
    },
  };
}

function matches({ api, operations, accessKeyId }: Trouble, call: Call): boolean {
  if (api !== undefined && api !== call.api.name) return false;
  if (accessKeyId !== undefined && !isMeant(accessKeyId, call.accessKeyId ?? "")) return false;
  return operations === undefined || operations.some((pattern) => isMeant(pattern, call.operation));
}

/** Whether a pattern means a name: one that ends in "*" means all that begin so. */
const isMeant = (pattern: string, name: string): boolean =>
  pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : pattern === name;

/** Takes one of the tokens, which come back at `perSecond` up to `burst`; tells whether there was one. */
function takeToken(bucket: Bucket, perSecond: number, burst: number): boolean {
  const now = performance.now();
  bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.filledAt) / 1000) * perSecond);
  bucket.filledAt = now;
  if (bucket.tokens < 1) return false;
  bucket.tokens--;
  return true;
}
