import type { Locator } from "playwright-core";

/** A pattern that a whole text must match. */
export function exactly(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
}

/** Whether it appears, or goes, soon. When not, what should have caused it is done again. */
export function becomes(
  locator: Locator,
  state: "hidden" | "visible" = "visible",
  timeout = 5_000,
): Promise<boolean> {
  return locator.waitFor({ state, timeout }).then(
    () => true,
    () => false,
  );
}
