import type { Locator } from "playwright-core";
import type { Row } from "./treeRows.ts";

/**
 * All rows of a tree of VS Code, which puts only those that are in view into its page: scrolls through the
 * tree and back again. It does so in one turn of the page, so that no row comes or goes meanwhile.
 */
export function readRows(tree: Locator): Promise<Row[]> {
  return tree.evaluate(readInPage);
}

/**
 * Scrolls a tree of VS Code until the row stands where it can be clicked: neither half out of view nor under
 * its ancestors, which stick to the top.
 */
export function revealRow(tree: Locator, { index }: Row): Promise<void> {
  return tree.evaluate(revealInPage, index);
}

/** Runs in the browser, where nothing from outside itself is there. */
function readInPage(tree: any): Row[] {
  const holder = tree.querySelector(".monaco-list-rows");
  const frame = holder.parentElement;
  const scrolled = (): number =>
    Math.round(frame.getBoundingClientRect().top - holder.getBoundingClientRect().top);
  // A notch of a wheel is 120, negative downwards, and moves VS Code's trees by 50 pixels.
  const scrollBy = (pixels: number): void => {
    const wheel = { wheelDeltaY: (-pixels * 120) / 50 };
    frame.dispatchEvent(new (globalThis as any).WheelEvent("wheel", wheel));
  };
  const rows = new Map<number, Row>();
  const read = (): void => {
    for (const element of holder.children) {
      const index = Number(element.getAttribute("data-index"));
      rows.set(index, {
        index,
        level: Number(element.getAttribute("aria-level")),
        label: String(element.querySelector(".label-name")?.textContent ?? ""),
        description: String(element.querySelector(".label-description")?.textContent ?? ""),
        focused: element.classList.contains("focused"),
        selected: element.classList.contains("selected"),
      });
    }
  };
  const start = scrolled();
  scrollBy(-start);
  for (let before = -1; scrolled() > before; scrollBy(Math.floor(frame.clientHeight / 2))) {
    before = scrolled();
    read();
  }
  scrollBy(start - scrolled());
  return [...rows.values()].sort((a, b) => a.index - b.index);
}

/** Runs in the browser, where nothing from outside itself is there. */
function revealInPage(tree: any, index: number): void {
  const holder = tree.querySelector(".monaco-list-rows");
  const frame = holder.parentElement;
  const view = frame.getBoundingClientRect();
  const sticky = frame.querySelector(".monaco-tree-sticky-container");
  const top = Math.max(view.top, sticky?.getBoundingClientRect().bottom ?? 0);
  const shown = holder.querySelector(`[data-index="${index}"]`)?.getBoundingClientRect();
  if (shown && shown.top >= top && shown.bottom <= view.bottom) return;
  const { height } = holder.firstElementChild.getBoundingClientRect();
  const place = holder.getBoundingClientRect().top + (index + 0.5) * height;
  const pixels = place - (view.top + view.bottom) / 2;
  frame.dispatchEvent(new (globalThis as any).WheelEvent("wheel", { wheelDeltaY: (-pixels * 120) / 50 }));
}
