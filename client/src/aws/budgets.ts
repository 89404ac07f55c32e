import type { TokenBucket } from "./tokenBucket.ts";

/** The budgets of the accounts that are called, one for each account and region. */
export type Budgets = Map<string, TokenBucket>;

/** The budget of an account in a region, made on its first use. */
export function budgetOf(budgets: Budgets, accountAndRegion: string, make: () => TokenBucket): TokenBucket {
  const budget = budgets.get(accountAndRegion) ?? make();
  budgets.set(accountAndRegion, budget);
  return budget;
}
