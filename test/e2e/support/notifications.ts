import type { Locator, Page } from "playwright-core";
import { until } from "../../support/until.ts";
import { becomes, moment } from "./locating.ts";

/** What VS Code notifies of. A notification hides after some seconds, and stays where the bell shows it. */
export class Notifications {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The text of the notification that matches, as soon as it is there. */
  async text(pattern: RegExp): Promise<string> {
    return until(`the notification ${pattern.source}`, async () => {
      const item = this.#item(pattern);
      if (!(await becomes(item))) await this.#openCenter();
      if (!(await becomes(item))) return false;
      const text = await this.shown(pattern);
      await this.#closeCenter();
      return text;
    });
  }

  /** The text of the notification that matches, if it is in view now. */
  async shown(pattern: RegExp): Promise<string | undefined> {
    const texts = await this.#page.locator(".notification-list-item-message").allInnerTexts();
    return texts.find((text) => pattern.test(text));
  }

  /** Presses a button of the notification that matches. */
  async press(pattern: RegExp, button: string): Promise<void> {
    await until(`the button ${button} of ${pattern.source}`, async () => {
      const found = this.#item(pattern).getByRole("button", { name: button, exact: true });
      if (!(await found.isVisible())) await this.#openCenter();
      await found.click({ timeout: moment });
      return true;
    });
  }

  #item(pattern: RegExp): Locator {
    const message = this.#page.locator(".notification-list-item-message", { hasText: pattern });
    return this.#page.locator(".notification-list-item").filter({ has: message, visible: true }).first();
  }

  get #center(): Locator {
    return this.#page.locator(".notifications-center.visible");
  }

  async #openCenter(): Promise<void> {
    if (!(await this.#center.isVisible())) await this.#bell.click({ timeout: moment });
    await this.#center.waitFor({ timeout: moment });
  }

  async #closeCenter(): Promise<void> {
    if (await this.#center.isVisible()) await this.#bell.click({ timeout: moment });
  }

  get #bell(): Locator {
    return this.#page.locator("[id='status.notifications']");
  }
}
