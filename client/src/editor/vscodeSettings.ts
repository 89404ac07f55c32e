import * as vscode from "vscode";
import type { PrepareParams } from "../../../server/src/protocol.ts";
import type { ProtectionRules } from "../aws/writes/protection.ts";
import type { DeployBinding } from "../host/settings.ts";
import type { Pacing } from "../tree/liveRefresh.ts";

const setting = <T>(name: string, fallback: T): T =>
  vscode.workspace.getConfiguration("taskwright").get(name, fallback);

/** The settings of the user, read each time anew. */
export const config = {
  isTrusted: (): boolean => vscode.workspace.isTrusted,
  deployBindings: (): readonly DeployBinding[] => setting("deploy", []),
  verifyBeforeDeploy: (): boolean => {
    const { own = true, ofWorkspace } = values<boolean>("verifyBeforeDeploy");
    return own || ofWorkspace === true;
  },
  /** The severities of rules as the user set them: what a workspace sets does not count before a deploy. */
  ownRules: (): NonNullable<PrepareParams["ownRules"]> =>
    values<NonNullable<PrepareParams["ownRules"]>>("rules").own ?? {},
  followInterval: (): number => 5,
  protection: (): ProtectionRules => ({
    readOnly: patterns("readOnly"),
    protected: patterns("protected"),
    isRestricted: !config.isTrusted(),
  }),
  /** Whether a JSON file that reads like a task definition or service becomes one of our languages. */
  detectByContent: (): boolean => setting("detectByContent", true),
  /** Whether ECS definitions in templates of other languages are checked. */
  templates: (): boolean => setting("templates", true),
  /**
   * The budget of a connection. Half of what ECS refills by default, so that the console and other tools of
   * the account keep their share.
   */
  callsPerSecond: (): number => setting("callsPerSecond", 10),
  /** How often the view is refreshed; undefined: only by hand. */
  pacing: (): Pacing | undefined => {
    const normal = setting<number>("refreshSeconds", 10);
    return normal === 0 ? undefined : { normal, busy: Math.min(3, normal), longest: Math.max(60, normal) };
  },
};

/** What the user set, without what a workspace sets over it; and that. */
function values<T>(name: string): { readonly own: T | undefined; readonly ofWorkspace: T | undefined } {
  const found = vscode.workspace.getConfiguration("taskwright").inspect<T>(name);
  return {
    own: found?.globalValue ?? found?.defaultValue,
    ofWorkspace: found?.workspaceFolderValue ?? found?.workspaceValue,
  };
}

/**
 * What a workspace says is added to what the user says, so that a repository can protect more, never less.
 */
function patterns(name: string): readonly string[] {
  const found = vscode.workspace.getConfiguration("taskwright").inspect<readonly string[]>(name);
  return [
    ...new Set([
      ...(found?.globalValue ?? found?.defaultValue ?? []),
      ...(found?.workspaceValue ?? []),
      ...(found?.workspaceFolderValue ?? []),
    ]),
  ];
}
