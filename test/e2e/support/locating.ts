import type { Locator, Page } from "playwright-core";

/** Milliseconds after which what should have caused something is done again. */
export const moment = 5_000;

/** Whether it appears, or goes, soon. When not, what should have caused it is done again. */
export function becomes(locator: Locator, state: "hidden" | "visible" = "visible"): Promise<boolean> {
  return locator.waitFor({ state, timeout: moment }).then(
    () => true,
    () => false,
  );
}

/** A pattern that a whole text must match. */
export function exactly(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
}

/** Moves the mouse to the title bar, where nothing pops up. */
export async function restMouse(page: Page): Promise<void> {
  await page.mouse.move(250, 17);
}
