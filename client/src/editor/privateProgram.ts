import { randomUUID } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TerminalProgram } from "../host/ui.ts";

/** A program as a terminal starts it. */
export interface TerminalStart {
  readonly shellPath: string;
  readonly shellArgs: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Opens a terminal. Resolves to the code with which its program ended, undefined when it was closed before. */
export type OpenTerminal = (start: TerminalStart) => Promise<number | undefined>;

/**
 * Runs a program in a terminal so that its arguments, in which a session's token may stand, are not shown, and resolves to
 * its exit code, undefined when the terminal was closed before. VS Code tells the command line of a terminal that ends with
 * a code other than 0. So a shell takes the arguments from the environment, and ends with 0, having left the program's
 * code in a file if it is another. Windows has no such shell; there they are arguments.
 */
export async function runPrivately(
  { command, args, env }: Omit<TerminalProgram, "name">,
  platform: NodeJS.Platform,
  open: OpenTerminal,
): Promise<number | undefined> {
  if (platform === "win32") return open({ shellPath: command, shellArgs: args, ...(env && { env }) });
  const codeFile = join(tmpdir(), `taskwright-${randomUUID()}`);
  const words = [command, ...args].map((value, index) => ({ name: `TASKWRIGHT_${index}`, value }));
  const run = words.map(({ name }) => `"$${name}"`).join(" ");
  const code = await open({
    shellPath: "/bin/sh",
    // Ctrl+C is the program's: the shell outlives it.
    shellArgs: ["-c", `trap : INT QUIT; ${run} || echo $? >"$TASKWRIGHT_CODE"`],
    env: {
      ...env,
      ...Object.fromEntries(words.map(({ name, value }) => [name, value])),
      TASKWRIGHT_CODE: codeFile,
    },
  });
  return code === 0 ? takeCode(codeFile) : code;
}

/** The code in a file, which is removed; 0 where there is none. */
async function takeCode(path: string): Promise<number> {
  try {
    return Number(await readFile(path, "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return 0;
    throw error;
  } finally {
    await rm(path, { force: true });
  }
}
