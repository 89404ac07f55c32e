import * as vscode from "vscode";
import type { Pacing } from "./tree/liveRefresh.ts";

const setting = <T>(name: string, fallback: T): T => vscode.workspace.getConfiguration("taskwright").get(name, fallback);

/** The settings of the person, read each time anew. */
export const config = {
  /** Whether a JSON file that reads like a task definition or service becomes one of our languages. */
  detectByContent: (): boolean => setting("detectByContent", true),
  /** How often the view is refreshed; undefined: only by hand. */
  pacing: (): Pacing | undefined => {
    const normal = setting<number>("refreshSeconds", 10);
    return normal === 0 ? undefined : { normal, busy: Math.min(3, normal), longest: Math.max(60, normal) };
  },
};
