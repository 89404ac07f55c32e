import type { Locator, Page } from "playwright-core";
import { until } from "../../support/until.ts";
import { becomes, exactly, moment, restMouse } from "./locating.ts";
import { rowAt, rowsBelow, type Path, type Row } from "./treeRows.ts";
import { readRows, revealRow } from "./treeScroll.ts";

/**
 * The ECS view. Its rows are told by paths of labels, wherever they stand: those that are out of view are
 * scrolled to. Rows move while the view refreshes, so that a click may meet another one: each step looks at
 * what it met.
 */
export class TreeView {
  readonly #page: Page;
  readonly #tree: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#tree = page.locator('.pane-body .monaco-list[aria-label^="ECS"]');
  }

  /** The rows directly below the one to which the path leads: `label | description`. */
  async rows(path: Path): Promise<string[]> {
    return rowsBelow(await this.#allRows(), path).map(({ label, description }) =>
      description ? `${label} | ${description}` : label,
    );
  }

  /** What a screen reader says of a row. */
  async spoken(path: Path): Promise<string> {
    return until(`what is said of ${path.join(" / ")}`, async () => {
      const row = await this.#reveal(path);
      return (await row.getAttribute("aria-label", { timeout: moment })) ?? undefined;
    });
  }

  /** Waits until the row is there. */
  async row(path: Path): Promise<void> {
    await until(`the row ${path.join(" / ")}`, async () => rowAt(await this.#allRows(), path));
  }

  /** Expands the rows along a path and waits for what is below the last one. */
  async expand(path: Path): Promise<void> {
    for (const depth of path.keys()) {
      const upTo = path.slice(0, depth + 1);
      await until(`the rows below ${upTo.join(" / ")}`, async () => {
        const row = await this.#reveal(upTo);
        if ((await row.getAttribute("aria-expanded", { timeout: moment })) === "false")
          await row.locator(".monaco-tl-twistie").click({ timeout: moment });
        return rowsBelow(await this.#allRows(), upTo).length > 0;
      });
    }
  }

  /** Clicks a row, which may go away by that. */
  async click(path: Path): Promise<void> {
    await until(`the click on ${path.join(" / ")}`, async () => {
      await (await this.#reveal(path)).click({ timeout: moment });
      return true;
    });
  }

  /** Selects several rows. */
  async select(paths: readonly Path[]): Promise<void> {
    await until(`the selection of ${paths.map((path) => path.at(-1)).join(", ")}`, async () => {
      for (const [index, path] of paths.entries()) {
        const row = await this.#reveal(path);
        await row.click({ timeout: moment, ...(index > 0 && { modifiers: ["ControlOrMeta"] }) });
      }
      const rows = await this.#allRows();
      return (
        rows.filter(({ selected }) => selected).length === paths.length &&
        paths.every((path) => rowAt(rows, path)?.selected)
      );
    });
  }

  /** Opens the context menu of a row and returns its entries. */
  async menu(path: Path): Promise<string[]> {
    return until(`the menu of ${path.join(" / ")}`, () => this.#openMenu(path));
  }

  /** Chooses an entry of the context menu of a row. */
  async choose(entry: string, path: Path): Promise<void> {
    await until(`the choice of ${entry} of ${path.join(" / ")}`, async () => {
      if ((await this.#menu.isHidden()) && !(await this.#openMenu(path))) return false;
      // A menu that has just opened ignores the mouse for a moment.
      const found = this.#menu.locator(".action-label").getByText(entry, { exact: true });
      await found.click({ timeout: moment });
      return becomes(this.#menu, "hidden");
    });
  }

  get #menu(): Locator {
    return this.#page.locator(".monaco-menu");
  }

  async #openMenu(path: Path): Promise<string[] | false> {
    if (await this.#menu.isVisible()) await this.#closeMenu();
    await (await this.#reveal(path)).click({ button: "right", timeout: moment });
    const entries = this.#menu.locator(".action-item:not(.disabled) .action-label:not(.separator)");
    if (!(await becomes(entries.first())) || !(await this.#isFocused(path))) return false;
    return (await entries.allInnerTexts()).map((text) => text.trim());
  }

  async #closeMenu(): Promise<void> {
    await this.#page.keyboard.press("Escape");
    await this.#menu.waitFor({ state: "hidden", timeout: moment });
  }

  /** None while the view shows something else than rows. */
  async #allRows(): Promise<readonly Row[]> {
    return (await this.#tree.isVisible()) ? readRows(this.#tree) : [];
  }

  async #isFocused(path: Path): Promise<boolean> {
    return rowAt(await this.#allRows(), path)?.focused ?? false;
  }

  /** Scrolls to the row. @throws Error when it is not there, or no longer. */
  async #reveal(path: Path): Promise<Locator> {
    // What pops up over the row on which the mouse rests covers those below it, for as long as it rests
    // there.
    await restMouse(this.#page);
    const row = rowAt(await this.#allRows(), path);
    if (!row) throw new Error(`There is no row ${path.join(" / ")}.`);
    await revealRow(this.#tree, row);
    return this.#tree
      .locator(`.monaco-list-rows > [data-index="${row.index}"][aria-level="${row.level}"]`)
      .filter({ has: this.#page.locator(".label-name", { hasText: exactly(row.label) }) });
  }
}
