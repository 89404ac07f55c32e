import { spawn } from "node:child_process";
import type { PluginStart } from "./plugin.ts";

export interface CapturedProgram {
  readonly program: string;
  readonly start: PluginStart;
  /** Hears the last line so far. */
  readonly report: (line: string) => void;
  /** Kills the program. */
  readonly signal: AbortSignal;
}

export interface Captured {
  /** What the program wrote. */
  readonly text: string;
  /** Undefined when it was killed. */
  readonly code: number | undefined;
}

/** More of an output is not kept, in characters. */
const most = 1_000_000;

/** What the plugin says itself, before and after what the command writes, and its colours. */
const noise = /^(?:Starting session with SessionId:|Exiting session with sessionId:).*\n?/gm;
const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[A-Za-z]`, "g");

/** Runs a program to its end, with an open and empty input: where its input ends, the plugin ends the session. */
export async function capture({ program, start, report, signal }: CapturedProgram): Promise<Captured> {
  const child = spawn(program, [...start.args], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, ...start.env },
  });
  const kill = (): void => void child.kill();
  signal.addEventListener("abort", kill, { once: true });
  let text = "";
  const take = (chunk: string): void => {
    if (text.length < most) text += chunk;
    report(clean(text).trimEnd().split("\n").at(-1) ?? "");
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", take);
  const code = await new Promise<number | undefined>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exit) => resolve(exit ?? undefined));
  });
  signal.removeEventListener("abort", kill);
  return { text: withEnd(clean(text)), code };
}

const clean = (text: string): string =>
  text.replaceAll("\r\n", "\n").replaceAll(colours, "").replaceAll(noise, "").replace(/^\n+/, "");

const withEnd = (text: string): string => (text.length < most ? text : `${text}\n(The rest is left out.)\n`);
