import { realpathSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { isExecutable, onPath } from "./executables.ts";

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
    ...applications.flatMap((folder) => ["Code", "Electron"].map((name) => join(folder, "Visual Studio Code.app/Contents/MacOS", name))),
    join(process.env["LOCALAPPDATA"] ?? "", "Programs/Microsoft VS Code/Code.exe"),
  ];
}
