import type { Account } from "./types.ts";

/** Keeps a session of Session Manager as open, and returns its id. */
export function openSession(account: Account, id: string, target: string): string {
  account.sessions.set(id, { id, target, startedAt: account.clock.now() });
  return id;
}
