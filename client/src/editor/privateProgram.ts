import { randomUUID } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { SessionEnd, TerminalProgram } from "../host/ui.ts";

/** A program as a terminal starts it. */
export interface TerminalStart {
  readonly shellPath: string;
  readonly shellArgs: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Opens a terminal. Resolves to the code with which its program ended, undefined when it was closed before.
 */
export type OpenTerminal = (start: TerminalStart) => Promise<number | undefined>;

/**
 * Runs a program in a terminal so that its arguments, in which a session's token may stand, are not shown,
 * and resolves to its exit code, undefined when the terminal was closed before. VS Code tells the command
 * line of a terminal that ends with a code other than 0. So a shell takes the arguments from the environment,
 * and ends with 0, having left the program's code in a file if it is another. Windows has no such shell;
 * there they are arguments.
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

/** A terminal that can be closed when its program has ended. */
export interface SessionTerminal {
  /** Resolves when it is closed, to the code with which its shell ended if it did. */
  readonly closed: Promise<number | undefined>;
  /** Whether the user has typed in it. */
  readonly isTouched: () => boolean;
  readonly close: () => void;
}

/** Milliseconds between two looks whether the program has ended. */
const lookAgain = 200;

/**
 * Like {@link runPrivately}, for a session. The Session Manager plugin ends with 0 when it fails and says why
 * in the terminal only. So that its words can be read, the terminal closes by itself only after a session in
 * which the user typed and which ended with 0. On Windows it always does.
 */
export async function runSessionPrivately(
  { command, args, env }: Omit<TerminalProgram, "name">,
  platform: NodeJS.Platform,
  open: (start: TerminalStart) => SessionTerminal,
): Promise<SessionEnd | undefined> {
  if (platform === "win32") {
    const { closed, isTouched } = open({ shellPath: command, shellArgs: args, ...(env && { env }) });
    return endOf(await closed, isTouched);
  }
  const codeFile = join(tmpdir(), `taskwright-${randomUUID()}`);
  const words = [command, ...args].map((value, index) => ({ name: `TASKWRIGHT_${index}`, value }));
  const run = words.map(({ name }) => `"$${name}"`).join(" ");
  const hold = "printf '\r\n(The session has ended. Press Enter to close this terminal.)'; read -r _";
  const terminal = open({
    shellPath: "/bin/sh",
    shellArgs: [
      "-c",
      `trap : INT QUIT; ${run}; echo $? >"$TASKWRIGHT_CODE.new"; mv "$TASKWRIGHT_CODE.new" "$TASKWRIGHT_CODE"; trap - INT QUIT; ${hold}`,
    ],
    env: {
      ...env,
      ...Object.fromEntries(words.map(({ name, value }) => [name, value])),
      TASKWRIGHT_CODE: codeFile,
    },
  });
  const end = endOf(await codeOf(codeFile, terminal.closed), terminal.isTouched);
  if (end && end.code === 0 && !end.isUntouched) terminal.close();
  return end;
}

const endOf = (code: number | undefined, isTouched: () => boolean): SessionEnd | undefined =>
  code === undefined ? undefined : { code, isUntouched: !isTouched() };

/**
 * The code in a file once it is there, which is then removed; undefined when the terminal was closed before.
 */
async function codeOf(path: string, closed: Promise<unknown>): Promise<number | undefined> {
  let isClosed = false;
  const closing = closed.then(() => void (isClosed = true));
  for (;;) {
    const wasClosed = isClosed;
    const text = await readFile(path, "utf8").catch(whenAbsent);
    if (text !== undefined) {
      await rm(path, { force: true });
      return Number(text);
    }
    if (wasClosed) return undefined;
    await Promise.race([closing, delay(lookAgain)]);
  }
}

/** @throws every error but that a file is not there */
function whenAbsent(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
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
