import { spawn } from "node:child_process";
import { once } from "node:events";
import { realpathSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { endChild } from "./child.ts";
import type { Cleanup } from "./cleanup.ts";
import { isExecutable, onPath } from "./executables.ts";
import { withoutOuterEditor, type Profile } from "./workbench.ts";

export interface DesktopOptions {
  readonly executable: string;
  readonly workspace: string;
  /** The folders of the extensions to run. */
  readonly extensions: readonly string[];
  readonly profile: Profile;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * The program file of an installed desktop VS Code, if there is one that can show a window here:
 * `TASKWRIGHT_VSCODE`, else what `code` on the PATH belongs to, else the usual places.
 */
export function findDesktop(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const wanted = env["TASKWRIGHT_VSCODE"];
  if (wanted) {
    if (!isExecutable(wanted)) throw new Error(`TASKWRIGHT_VSCODE names ${wanted}, which cannot be run.`);
    return programOf(wanted) ?? wanted;
  }
  if (process.platform === "linux" && !env["DISPLAY"] && !env["WAYLAND_DISPLAY"]) return undefined;
  const command = onPath(["code", "code-insiders"], env["PATH"]);
  return (command && programOf(command)) ?? usualPlaces().find(isExecutable);
}

/**
 * The program behind the command line tool: `…/bin/code` hands over to it and returns at once, while
 * tests need the process to wait for. Undefined in a remote terminal, where `code` is no desktop.
 */
function programOf(command: string): string | undefined {
  const bin = dirname(realpathSync(command));
  const candidates = [
    join(bin, "..", "code"),
    join(bin, "..", "code-insiders"),
    join(bin, "..", "Code.exe"),
    join(bin, "..", "..", "..", "MacOS", "Code"),
    join(bin, "..", "..", "..", "MacOS", "Electron"),
  ];
  return candidates.find(isExecutable);
}

function usualPlaces(): string[] {
  const applications = ["/Applications", join(homedir(), "Applications")];
  return [
    "/usr/share/code/code",
    "/opt/visual-studio-code/code",
    "/snap/code/current/usr/share/code/code",
    ...applications.flatMap((folder) =>
      ["Code", "Electron"].map((name) => join(folder, "Visual Studio Code.app/Contents/MacOS", name)),
    ),
    join(process.env["LOCALAPPDATA"] ?? "", "Programs/Microsoft VS Code/Code.exe"),
  ];
}

/** Opens a window of desktop VS Code and waits until it is closed; `cleanup` closes it sooner. */
export async function openDesktop(cleanup: Cleanup, options: DesktopOptions): Promise<void> {
  const { executable, workspace, extensions, profile, env } = options;
  const args = [
    workspace,
    ...extensions.map((folder) => `--extensionDevelopmentPath=${folder}`),
    `--user-data-dir=${profile.userData}`,
    `--extensions-dir=${profile.extensions}`,
    "--new-window",
    "--disable-workspace-trust",
    "--disable-updates",
    "--skip-welcome",
    "--skip-release-notes",
    // Chromium's sandbox does not work for root.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ];
  const child = spawn(executable, args, { env: withoutOuterEditor(env), stdio: "ignore" });
  const closed = once(child, "exit");
  await cleanup.add(() => endChild(child));
  await closed;
}
