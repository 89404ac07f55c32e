import type { EditorWindow } from "../../test/e2e/support/editorWindow.ts";

/** One picture: how to get there, what of the window it shows, and how to tidy up. */
export interface Scene {
  readonly name: string;
  /** In pixels of the window, which is 1280 by 800. */
  readonly clip: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  play(window: EditorWindow): Promise<void>;
  leave(window: EditorWindow): Promise<void>;
}

const services = ["demo · eu-west-1", "Clusters", "live", "Services"] as const;

/** The pictures of the README, in its order. */
export const scenes: readonly Scene[] = [
  {
    name: "fix",
    clip: { x: 352, y: 30, width: 800, height: 400 },
    async play(window: EditorWindow): Promise<void> {
      await window.openFile("checkout/task-definition.json");
      await window.squiggles(1);
      await window.goTo(6, 15);
      await window.quickFixes();
    },
    async leave(window: EditorWindow): Promise<void> {
      await window.keyboard.press("Escape");
      await window.page.locator(".context-view-block").waitFor({ state: "hidden" });
    },
  },
  {
    name: "explain",
    clip: { x: 0, y: 30, width: 1280, height: 620 },
    async play(window: EditorWindow): Promise<void> {
      await window.openEcsView();
      await window.expand(...services, "checkout");
      await window.choose("Explain Unhealthy Service", ...services, "checkout");
      await window.pageText();
    },
    async leave(window: EditorWindow): Promise<void> {
      await window.runCommand("View: Close All Editors");
    },
  },
  {
    name: "deploy",
    clip: { x: 352, y: 60, width: 928, height: 560 },
    async play(window: EditorWindow): Promise<void> {
      await window.openFile("orders/task-definition.json");
      await window.runCommand("ECS: Deploy…");
      await window.pick("live");
      await window.pick("orders");
      await window.question();
    },
    async leave(window: EditorWindow): Promise<void> {
      await window.press("Cancel");
      await window.dismiss();
      await window.runCommand("View: Close All Editors");
    },
  },
  {
    name: "service",
    clip: { x: 352, y: 30, width: 928, height: 600 },
    async play(window: EditorWindow): Promise<void> {
      if (!(await window.page.locator(".sidebar .composite.title", { hasText: "ECS" }).isVisible()))
        await window.openEcsView();
      await window.expand(...services);
      await window.choose("Open Service Page", ...services, "orders");
      await window.pageText();
    },
    async leave(window: EditorWindow): Promise<void> {
      await window.runCommand("View: Close All Editors");
    },
  },
];
