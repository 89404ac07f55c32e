import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Locator, Page } from "playwright-core";
import { until } from "../../support/until.ts";

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

/** A pattern that a whole text must match. */
function exactly(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
}

/** Whether it appears, or goes, soon. When not, what should have caused it is done again. */
function becomes(
  locator: Locator,
  state: "hidden" | "visible" = "visible",
  timeout = 5_000,
): Promise<boolean> {
  return locator.waitFor({ state, timeout }).then(
    () => true,
    () => false,
  );
}

/** A row of a tree, as it stands on the page. */
interface Row {
  readonly id: string;
  /** 1 at the top. */
  readonly level: number;
  readonly label: string;
  readonly description: string;
}

/** The rows directly below the one to which the path of labels leads; none when there is no such row. */
function below(rows: readonly Row[], path: readonly string[]): Row[] {
  let inside = rows;
  for (const [depth, label] of path.entries()) {
    const at = inside.findIndex((row) => row.level === depth + 1 && row.label === label);
    if (at < 0) return [];
    const rest = inside.slice(at + 1);
    const end = rest.findIndex((row) => row.level <= depth + 1);
    inside = end < 0 ? rest : rest.slice(0, end);
  }
  return inside.filter((row) => row.level === path.length + 1);
}

/** A window of VS Code, used as a user does: with mouse and keyboard. Every step waits for what it caused. */
export class EditorWindow {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
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
    await until(`the file ${path} in the list`, async () => {
      await this.#quickInput("Control+p", path);
      if (!(await becomes(found.first()))) return false;
      await found.first().click();
      return becomes(this.#quickInputWidget, "hidden");
    });
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    // Files of one name differ in their folders.
    for (const folder of folders)
      await this.page.locator(".breadcrumbs-below-tabs").getByText(folder, { exact: true }).first().waitFor();
    await this.editor.locator(".view-line").first().waitFor();
  }

  /** Runs a command by its title in the palette, `ECS: Refresh`. */
  async runCommand(title: string): Promise<void> {
    // While the list still shows what was found before, Enter would run another command.
    const chosen = this.page
      .locator(".quick-input-list .monaco-list-row.focused")
      .filter({ has: this.page.locator(".label-name", { hasText: exactly(title) }) });
    await until(`the command ${title} in the palette`, async () => {
      await this.#quickInput("F1", `>${title}`);
      return becomes(chosen);
    });
    await this.keyboard.press("Enter");
  }

  /** Puts the cursor at a line and column, both counted from 1. */
  async goTo(line: number, column: number): Promise<void> {
    await this.#quickInput("Control+g", `:${line}:${column}`);
    await this.keyboard.press("Enter");
    await this.#quickInputWidget.waitFor({ state: "hidden" });
    await this.page.locator(".statusbar-item", { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  /** Selects a word in the editor with a double click. */
  async select(word: string): Promise<void> {
    const selected = this.page.locator(".statusbar-item", { hasText: `(${word.length} selected)` });
    await until(`the selection of ${word}`, async () => {
      const { x, y } = await this.#placeOf(word);
      await this.page.mouse.dblclick(x, y);
      return becomes(selected);
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

  /** Rests the mouse on a word in the editor and returns what pops up. */
  async hover(word: string): Promise<string> {
    const hover = this.page.locator(".monaco-hover:not(.hidden)").first();
    await until(`the hover of ${word}`, async () => {
      // An editor that is still starting does not notice the mouse, and lenses move its lines: come again.
      await this.page.mouse.move(640, 760);
      await hover.waitFor({ state: "hidden" });
      const { x, y } = await this.#placeOf(word);
      await this.page.mouse.move(x, y + 100);
      await this.page.mouse.move(x, y);
      if (!(await becomes(hover))) return false;
      const now = await this.#placeOf(word);
      return now.x === x && now.y === y;
    });
    return (await hover.innerText()).trim();
  }

  /** Asks for completion and returns what is offered. */
  async suggestions(): Promise<string[]> {
    const rows = this.page.locator(".suggest-widget.visible .monaco-list-row");
    await until("the suggestions", async () => {
      await this.keyboard.press("Control+Space");
      return becomes(rows.first());
    });
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
  async quickFixes(): Promise<string[]> {
    const rows = this.#quickFixRows;
    // An editor that hears of something new meanwhile closes them.
    await until("the quick fixes", async () => {
      await this.editor.press("Control+.");
      return becomes(rows.first());
    });
    return (await rows.allInnerTexts()).map((text) => text.trim());
  }

  /** Chooses one of the quick fixes that are offered. */
  async applyQuickFix(title: string): Promise<void> {
    await this.#quickFixRows.filter({ hasText: title }).first().click();
    await this.#quickFixRows.first().waitFor({ state: "hidden" });
  }

  /** Shows the ECS view. */
  async openEcsView(): Promise<void> {
    await this.page.locator('.activitybar .action-label[aria-label^="ECS"]').click();
    // Away from the button, over which a tooltip would pop up.
    await this.page.mouse.move(640, 400);
    await this.page.locator(".sidebar .composite.title", { hasText: "ECS" }).waitFor();
  }

  /** What the ECS view says in place of rows. */
  async welcome(): Promise<string> {
    const text = this.page.locator(".sidebar .welcome-view-content");
    await text.waitFor();
    return (await text.innerText()).trim();
  }

  /** The rows of the ECS view that are directly below the one to which the path leads: `label | description`. */
  async rows(...path: string[]): Promise<string[]> {
    return below(await this.#visibleRows(), path).map(({ label, description }) =>
      description ? `${label} | ${description}` : label,
    );
  }

  /** Expands the rows of the ECS view along a path of labels and waits for what is below the last one. */
  async expand(...path: string[]): Promise<void> {
    for (const depth of path.keys()) {
      const upTo = path.slice(0, depth + 1);
      // Rows move when the view refreshes, so that a click may miss: look again.
      await until(`the rows below ${upTo.join(" / ")}`, async () => {
        const row = await this.row(...upTo);
        if ((await row.getAttribute("aria-expanded")) === "false")
          await row.locator(".monaco-tl-twistie").click();
        return below(await this.#visibleRows(), upTo).length > 0;
      });
    }
  }

  /** The row of the ECS view to which a path of labels leads, as soon as it is there. */
  async row(...path: string[]): Promise<Locator> {
    const label = path.at(-1);
    const { id } = await until(`the row ${path.join(" / ")}`, async () =>
      below(await this.#visibleRows(), path.slice(0, -1)).find((row) => row.label === label),
    );
    return this.page.locator(`[id="${id}"]`);
  }

  /** Selects several rows of the ECS view, to which paths of labels lead. */
  async selectRows(...paths: readonly (readonly string[])[]): Promise<void> {
    const wanted = paths.map((path) => path.at(-1)).sort();
    const selected = this.#rows.and(this.page.locator(".selected")).locator(".label-name");
    // Rows move when the view refreshes, so that a click may meet another one.
    await until(`the selection of ${wanted.join(", ")}`, async () => {
      for (const [index, path] of paths.entries()) {
        const row = await this.row(...path);
        await row.click(index === 0 ? {} : { modifiers: ["ControlOrMeta"] });
      }
      return (await selected.allInnerTexts()).sort().join() === wanted.join();
    });
  }

  /** Opens the context menu of a row of the ECS view and returns its entries. */
  async menu(...path: string[]): Promise<string[]> {
    const entries = this.#menu.locator(".action-item:not(.disabled) .action-label:not(.separator)");
    const focused = this.#rows.and(this.page.locator(".focused")).locator(".label-name");
    await until(`the menu of ${path.join(" / ")}`, async () => {
      await (await this.row(...path)).click({ button: "right" });
      if (!(await becomes(entries.first()))) return false;
      // Rows move while the view refreshes, so that the click may have met another one.
      if ((await focused.allInnerTexts()).join() === path.at(-1)) return true;
      await this.keyboard.press("Escape");
      await this.#menu.waitFor({ state: "hidden" });
      return false;
    });
    return (await entries.allInnerTexts()).map((text) => text.trim());
  }

  /** Chooses an entry of the context menu of a row of the ECS view. */
  async choose(entry: string, ...path: string[]): Promise<void> {
    await until(`the choice of ${entry}`, async () => {
      if (await this.#menu.isHidden()) await this.menu(...path);
      // A menu that has just opened ignores the mouse for a moment.
      await this.#menu.locator(".action-label").getByText(entry, { exact: true }).click({ timeout: 5_000 });
      return becomes(this.#menu, "hidden", 1_000);
    });
  }

  /** The lines of the terminal in front that are in view. */
  async terminal(): Promise<string> {
    const rows = this.page.locator(".terminal-wrapper.active .xterm-rows > div");
    return (await rows.allInnerTexts()).map((line) => line.replaceAll("\u00a0", " ").trimEnd()).join("\n");
  }

  /** The text of the page in front: a preview of Markdown or a panel. */
  async pageText(): Promise<string> {
    return this.page
      .frameLocator("iframe.webview.ready")
      .frameLocator("iframe#active-frame")
      .locator("body")
      .innerText();
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

  /** Answers the input box that is open; where several follow each other, the one whose prompt contains a text. */
  async answer(text: string, prompt?: string): Promise<void> {
    if (prompt !== undefined)
      await this.page
        .locator(".quick-input-widget:visible .quick-input-message", { hasText: prompt })
        .waitFor();
    await this.page.locator(".quick-input-widget:visible input").fill(text);
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
  async notification(pattern: RegExp): Promise<string> {
    const message = this.page.locator(".notification-list-item-message", { hasText: pattern }).first();
    const isThere = async (): Promise<boolean> => {
      if (await becomes(message, "visible", 15_000)) return true;
      // It hides after some seconds, and stays where the bell shows it.
      const bell = this.page.locator("[id='status.notifications']");
      await bell.click();
      if (await becomes(message, "visible", 1_000)) return true;
      await bell.click();
      return false;
    };
    await until(`the notification ${pattern.source}`, isThere, 90_000);
    return message.innerText();
  }

  /** Presses a button of the notification that matches. */
  async pressInNotification(pattern: RegExp, button: string): Promise<void> {
    await this.page
      .locator(".notification-list-item", { hasText: pattern })
      .getByRole("button", { name: button, exact: true })
      .click();
  }

  /** Takes a picture into `out/screenshots/`. */
  async screenshot(name: string): Promise<void> {
    await mkdir(screenshots, { recursive: true });
    await this.page.screenshot({ path: join(screenshots, `${name}.png`), animations: "disabled" });
  }

  async #visibleRows(): Promise<Row[]> {
    const rows = await this.#rows.evaluateAll((elements: any[]) =>
      elements.map((element) => ({
        id: String(element.id),
        index: Number(element.getAttribute("data-index")),
        level: Number(element.getAttribute("aria-level")),
        label: String(element.querySelector(".label-name")?.textContent ?? ""),
        description: String(element.querySelector(".label-description")?.textContent ?? ""),
      })),
    );
    return rows.sort((a, b) => a.index - b.index);
  }

  get #rows(): Locator {
    return this.page.locator('.pane-body .monaco-list[aria-label^="ECS"] .monaco-list-row');
  }

  get #quickFixRows(): Locator {
    return this.page.locator(".action-widget .monaco-list-row.action");
  }

  #placeOf(word: string): Promise<{ x: number; y: number }> {
    return this.editor.locator(".view-line", { hasText: word }).first().evaluate(middleOf, word);
  }

  get #quickInputWidget(): Locator {
    return this.page.locator(".quick-input-widget:visible");
  }

  get #menu(): Locator {
    return this.page.locator(".monaco-menu");
  }

  async #quickInput(key: string, text: string): Promise<void> {
    const input = this.#quickInputWidget.locator("input").first();
    await until("the input at the top", async () => {
      await this.keyboard.press(key);
      return becomes(input);
    });
    await input.fill(text);
  }
}
