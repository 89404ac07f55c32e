import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { FrameLocator, Locator, Page } from "playwright-core";
import { until } from "../../support/until.ts";
import { becomes, exactly, moment, restMouse } from "./locating.ts";
import { Notifications } from "./notifications.ts";
import { TreeView } from "./treeView.ts";

const screenshots = resolve("out/screenshots");

/** The middle of a word in an element. Runs in the browser, whose types this project does not have. */
function middleOf(element: any, word: string): { x: number; y: number } {
  const { document } = globalThis as any;
  const texts = document.createTreeWalker(element, 4 /* NodeFilter.SHOW_TEXT */);
  while (texts.nextNode()) {
    const at = texts.currentNode.data.indexOf(word);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(texts.currentNode, at);
    range.setEnd(texts.currentNode, at + word.length);
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }
  throw new Error(`${word} is split into several pieces.`);
}

/** A window of VS Code, used as a user does: with mouse and keyboard. Every step waits for what it caused. */
export class EditorWindow {
  readonly page: Page;
  readonly #tree: TreeView;
  readonly #notifications: Notifications;

  constructor(page: Page) {
    this.page = page;
    this.#tree = new TreeView(page);
    this.#notifications = new Notifications(page);
  }

  get keyboard(): Page["keyboard"] {
    return this.page.keyboard;
  }

  /** The editor that has the focus. */
  get editor(): Locator {
    return this.page.locator(".editor-group-container.active .monaco-editor").first();
  }

  /** Opens a file of the workspace by name (quick open). */
  async openFile(path: string): Promise<void> {
    const [name = "", ...folders] = path.split("/").reverse();
    const found = this.page
      .locator(".quick-input-list .monaco-list-row", { hasText: name })
      .filter({ hasText: folders.reverse().join("/") });
    // An editor that takes the focus late would close what is opened at the top next.
    await until(`the file ${path} in an editor`, async () => {
      if (!(await this.#quickInput("Control+p", path)) || !(await becomes(found.first()))) return false;
      await found.first().click({ timeout: moment });
      return (
        (await becomes(this.page.locator(`.tab.active[data-resource-name="${name}"]`))) &&
        (await this.#showsFolders(folders)) &&
        (await becomes(this.page.locator(".editor-group-container.active .monaco-editor.focused").first()))
      );
    });
    await this.editor.locator(".view-line").first().waitFor();
  }

  /** Files of one name differ in their folders. */
  async #showsFolders(folders: readonly string[]): Promise<boolean> {
    const crumbs = this.page.locator(".editor-group-container.active .breadcrumbs-below-tabs");
    const shown = folders.map((folder) => becomes(crumbs.getByText(folder, { exact: true }).first()));
    return (await Promise.all(shown)).every(Boolean);
  }

  /** Runs a command by its title in the palette, `ECS: Refresh`. */
  async runCommand(title: string): Promise<void> {
    // While the list still shows what was found before, Enter would run another command.
    const chosen = this.page
      .locator(".quick-input-list .monaco-list-row.focused")
      .filter({ has: this.page.locator(".label-name", { hasText: exactly(title) }) });
    await until(
      `the command ${title} in the palette`,
      async () => (await this.#quickInput("F1", `>${title}`)) && (await becomes(chosen)),
    );
    await this.keyboard.press("Enter");
  }

  /** Puts the cursor at a line and column, both counted from 1. */
  async goTo(line: number, column: number): Promise<void> {
    const there = this.page.locator(".statusbar-item", { hasText: exactly(`Ln ${line}, Col ${column}`) });
    await until(`the cursor at ${line}:${column}`, async () => {
      if (!(await this.#quickInput("Control+g", `:${line}:${column}`))) return false;
      await this.keyboard.press("Enter");
      return (await becomes(this.#quickInputWidget, "hidden")) && (await becomes(there));
    });
  }

  /** Selects a word in the editor with a double click. */
  async select(word: string): Promise<void> {
    const selected = this.page.locator(".statusbar-item", { hasText: `(${word.length} selected)` });
    await until(`the selection of ${word}`, async () => {
      const { x, y } = await this.#siteOf(word);
      await this.page.mouse.dblclick(x, y);
      return becomes(selected);
    });
  }

  /**
   * Presses a key until it has caused something to appear: an editor that is still starting does not take it.
   */
  async pressUntil(key: string, caused: Locator): Promise<void> {
    await until(`what ${key} causes`, async () => {
      await this.keyboard.press(key);
      return becomes(caused);
    });
  }

  /** Types into what has the focus. */
  async type(text: string): Promise<void> {
    await this.keyboard.type(text);
  }

  /** The text of the visible lines of the editor, hints between the words included. */
  async text(): Promise<string> {
    const lines = await this.editor.locator(".view-line").evaluateAll((elements) =>
      elements
        .map((element) => ({
          top: Number.parseFloat((element as unknown as { style: { top: string } }).style.top),
          text: element.textContent ?? "",
        }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text.replaceAll("\u00a0", " ")),
    );
    return lines.join("\n");
  }

  /** Waits until the editor marks this many errors. */
  async squiggles(count: number): Promise<void> {
    await until(
      `${count} squiggles`,
      async () => (await this.editor.locator(".squiggly-error").count()) === count,
    );
  }

  /** Moves the mouse to the title bar, where nothing pops up. */
  restMouse(): Promise<void> {
    return restMouse(this.page);
  }

  /** Rests the mouse on a word in the editor and returns what pops up. */
  async hover(word: string): Promise<string> {
    const hover = this.page.locator(".monaco-hover:not(.hidden)").first();
    return until(`the hover of ${word}`, async () => {
      // An editor that is still starting does not notice the mouse, and lenses move its lines: come again.
      await this.restMouse();
      await hover.waitFor({ state: "hidden", timeout: moment });
      const { x, y } = await this.#siteOf(word);
      await this.page.mouse.move(x, y + 100);
      await this.page.mouse.move(x, y);
      if (!(await becomes(hover))) return false;
      const now = await this.#siteOf(word);
      const text = (await hover.innerText({ timeout: moment })).trim();
      return now.x === x && now.y === y && !text.startsWith("Loading") && text;
    });
  }

  /** Asks for completion and returns what is offered. */
  async suggestions(): Promise<string[]> {
    const rows = this.page.locator(".suggest-widget.visible .monaco-list-row");
    await this.pressUntil("Control+Space", rows.first());
    return rows.locator(".label-name").allInnerTexts();
  }

  /** Accepts one of the suggestions. */
  async acceptSuggestion(label: string): Promise<void> {
    const widget = this.page.locator(".suggest-widget.visible");
    await widget
      .locator(".monaco-list-row", { has: this.page.getByText(label, { exact: true }) })
      .first()
      .click();
    await widget.waitFor({ state: "hidden" });
  }

  /** Opens the quick fixes at the cursor and returns their titles. */
  quickFixes(): Promise<string[]> {
    return until("the quick fixes", () => this.#openQuickFixes());
  }

  /** Chooses one of the quick fixes that are offered. */
  async applyQuickFix(title: string): Promise<void> {
    await until(`the quick fix ${title}`, async () => {
      if (!(await this.#quickFixRows.first().isVisible()) && !(await this.#openQuickFixes())) return false;
      await this.#quickFixRows.filter({ hasText: title }).first().click({ timeout: moment });
      return becomes(this.#quickFixRows.first(), "hidden");
    });
  }

  /** An editor that hears of something new meanwhile closes them. */
  async #openQuickFixes(): Promise<string[] | false> {
    await this.editor.press("Control+.", { timeout: moment });
    if (!(await becomes(this.#quickFixRows.first()))) return false;
    const titles = await this.#quickFixRows.allInnerTexts();
    return titles.length > 0 && titles.map((title) => title.trim());
  }

  /** Shows the ECS view. */
  async openEcsView(): Promise<void> {
    const title = this.page.locator(".sidebar .composite.title", { hasText: "ECS" });
    await until("the ECS view", async () => {
      // A click on the button of the view that is shown hides it.
      if (await title.isVisible()) return true;
      await this.page.locator('.activitybar .action-label[aria-label^="ECS"]').click({ timeout: moment });
      return becomes(title);
    });
    // Away from the button, over which a tooltip would pop up.
    await this.restMouse();
  }

  /** What the ECS view says in place of rows. */
  async welcome(): Promise<string> {
    const text = this.page.locator(".sidebar .welcome-view-content");
    await text.waitFor();
    return (await text.innerText()).trim();
  }

  /** The rows of the ECS view that are directly below the one to which the path leads, in view or not: `label | description`. */
  rows(...path: string[]): Promise<string[]> {
    return this.#tree.rows(path);
  }

  /** Expands the rows of the ECS view along a path of labels and waits for what is below the last one. */
  expand(...path: string[]): Promise<void> {
    return this.#tree.expand(path);
  }

  /** Waits until the ECS view has the row to which a path of labels leads. */
  row(...path: string[]): Promise<void> {
    return this.#tree.row(path);
  }

  /** What a screen reader says of a row of the ECS view. */
  spoken(...path: string[]): Promise<string> {
    return this.#tree.spoken(path);
  }

  /** Clicks a row of the ECS view. */
  click(...path: string[]): Promise<void> {
    return this.#tree.click(path);
  }

  /** Selects several rows of the ECS view, to which paths of labels lead. */
  selectRows(...paths: readonly (readonly string[])[]): Promise<void> {
    return this.#tree.select(paths);
  }

  /** Opens the context menu of a row of the ECS view and returns its entries. */
  menu(...path: string[]): Promise<string[]> {
    return this.#tree.menu(path);
  }

  /** Chooses an entry of the context menu of a row of the ECS view. */
  choose(entry: string, ...path: string[]): Promise<void> {
    return this.#tree.choose(entry, path);
  }

  /** The lines of the terminal in front that are in view. */
  async terminal(): Promise<string> {
    const rows = this.page.locator(".terminal-wrapper.active .xterm-rows > div");
    return (await rows.allInnerTexts()).map((line) => line.replaceAll("\u00a0", " ").trimEnd()).join("\n");
  }

  /** The page in front: a preview of Markdown or a panel. */
  get pageFrame(): FrameLocator {
    return this.page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
  }

  /** The text of the page in front. */
  async pageText(): Promise<string> {
    return this.pageFrame.locator("body").innerText();
  }

  /** Chooses from the list of choices that is open: the titles of all that are offered are returned. */
  async pick(label: string): Promise<string[]> {
    const rows = this.page.locator(".quick-input-widget:visible .quick-input-list .monaco-list-row");
    const row = rows
      .filter({ has: this.page.locator(".label-name").getByText(label, { exact: true }) })
      .first();
    await row.waitFor();
    const labels = await rows.locator(".quick-input-list-row:first-child .label-name").allInnerTexts();
    await row.click();
    return labels;
  }

  /**
   * Answers the input box that is open; where several follow each other, the one whose prompt contains a
   * text.
   */
  async answer(text: string, prompt = ""): Promise<void> {
    // A list of choices that is still open has an input too.
    const box = this.#quickInputWidget
      .filter({ hasNot: this.page.locator(".quick-input-list:visible") })
      .filter({ has: this.page.locator(".quick-input-message", { hasText: prompt }) });
    await box.locator("input").fill(text);
    await this.keyboard.press("Enter");
  }

  /** The text of the modal question that is open. */
  async question(): Promise<string> {
    const dialog = this.page.locator(".monaco-dialog-box");
    await dialog.waitFor();
    return (await dialog.locator(".dialog-message-container").innerText()).trim();
  }

  /** Presses a button of the modal question. */
  async press(button: string): Promise<void> {
    const dialog = this.page.locator(".monaco-dialog-box");
    await dialog.getByRole("button", { name: button, exact: true }).click();
    await dialog.waitFor({ state: "hidden" });
  }

  /** Closes the questions and choices that are open, unanswered. */
  async dismiss(): Promise<void> {
    const open = this.page.locator(".monaco-dialog-box, .quick-input-widget:visible, .monaco-menu");
    for (let left = await open.count(); left > 0; left--) await this.keyboard.press("Escape");
  }

  /** Waits for a notification that matches and returns its text. */
  notification(pattern: RegExp): Promise<string> {
    return this.#notifications.text(pattern);
  }

  /** The text of the notification that matches, if it is in view now. */
  shownNotification(pattern: RegExp): Promise<string | undefined> {
    return this.#notifications.shown(pattern);
  }

  /** Presses a button of the notification that matches. */
  pressInNotification(pattern: RegExp, button: string): Promise<void> {
    return this.#notifications.press(pattern, button);
  }

  /** Takes a picture into `out/screenshots/`. */
  async screenshot(name: string): Promise<void> {
    await mkdir(screenshots, { recursive: true });
    await this.page.screenshot({ path: join(screenshots, `${name}.png`), animations: "disabled" });
  }

  get #quickFixRows(): Locator {
    return this.page.locator(".action-widget .monaco-list-row.action");
  }

  #siteOf(word: string): Promise<{ x: number; y: number }> {
    return this.editor
      .locator(".view-line", { hasText: word })
      .first()
      .evaluate(middleOf, word, { timeout: moment });
  }

  get #quickInputWidget(): Locator {
    return this.page.locator(".quick-input-widget:visible");
  }

  /** Opens the input at the top. What has just been chosen may take the focus late, which closes it again. */
  async #quickInput(key: string, text: string): Promise<boolean> {
    const input = this.#quickInputWidget.locator("input").first();
    await this.keyboard.press(key);
    if (!(await becomes(input))) return false;
    await input.fill(text, { timeout: moment });
    return true;
  }
}
