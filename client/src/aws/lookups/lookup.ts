import type { LookupValue } from "../../../../server/src/protocol.ts";
import type { Calls } from "../calls.ts";
import type { Clients } from "../clients.ts";

/** What look-ups call AWS with. */
export interface LookupContext {
  readonly calls: Calls;
  readonly clients: Clients;
  readonly signal: AbortSignal;
}

export interface Found<T = LookupValue> {
  readonly values: readonly T[];
  /** True when the account has more than was read. */
  readonly hasMore: boolean;
}

/** Finds the values of one kind. Throws what AWS answers. */
export type Lookup = (context: LookupContext, scope: string | undefined) => Promise<Found>;

interface Page<T> {
  readonly values: readonly T[];
  readonly next: string | undefined;
}

/** The most calls that one look-up makes: of a very large account, the rest stays unknown. */
const mostPages = 10;

/** Reads page after page, up to a limit. */
export async function findPages<T>(load: (next: string | undefined) => Promise<Page<T>>): Promise<Found<T>> {
  const values: T[] = [];
  let next: string | undefined;
  for (let read = 0; read < mostPages; read++) {
    const page = await load(next);
    values.push(...page.values);
    next = page.next;
    if (!next) break;
  }
  return { values, hasMore: Boolean(next) };
}

/** A value to insert, with a few words beside it where there are any. */
export function valueOf(value: string | undefined, detail?: string): readonly LookupValue[] {
  return value === undefined ? [] : [{ value, ...(detail !== undefined && { detail }) }];
}
