import type { TerminalProgram } from "./ui.ts";

/** A program as a terminal starts it. */
export interface TerminalStart {
  readonly shellPath: string;
  readonly shellArgs: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * How to start a program so that its arguments, in which a session's token stands, are not shown: VS Code tells the command
 * line of a terminal that fails. A shell takes them from the environment, and becomes the program. Windows has no such
 * shell; there they are arguments.
 */
export function privateProgram({ command, args }: Pick<TerminalProgram, "command" | "args">, platform: NodeJS.Platform): TerminalStart {
  if (platform === "win32") return { shellPath: command, shellArgs: args };
  const words = [command, ...args].map((value, index) => ({ name: `TASKWRIGHT_${index}`, value }));
  return {
    shellPath: "/bin/sh",
    shellArgs: ["-c", `exec ${words.map(({ name }) => `"$${name}"`).join(" ")}`],
    env: Object.fromEntries(words.map(({ name, value }) => [name, value])),
  };
}
