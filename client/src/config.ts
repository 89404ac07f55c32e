import * as vscode from "vscode";

/** The settings of the person, read each time anew. */
export const config = {
  /** Whether a JSON file that reads like a task definition or service becomes one of our languages. */
  detectByContent: (): boolean => vscode.workspace.getConfiguration("taskwright").get("detectByContent", true),
};
