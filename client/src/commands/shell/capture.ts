import { spawn } from "node:child_process";
import type { PluginStart } from "./plugin.ts";

export interface CapturedProgram {
  readonly program: string;
  readonly start: PluginStart;
  /** Hears the last line so far. */
  readonly report?: (line: string) => void;
  /** Hears each whole line as it comes, without colours. */
  readonly line?: (line: string) => void;
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

/** More of a line that has not ended is not kept, in characters. */
const longestLine = 10_000;

/** What the plugin says itself, before and after what the command writes, and its colours. */
const noise = /^(?:Starting session with SessionId:|Exiting session with sessionId:).*\n?/gm;
const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[A-Za-z]`, "g");

/**
 * Runs a program to its end, with an open and empty input: where its input ends, the plugin ends the session.
 */
export async function capture({ program, start, report, line, signal }: CapturedProgram): Promise<Captured> {
  const child = spawn(program, [...start.args], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, ...start.env },
  });
  const kill = (): void => void child.kill();
  signal.addEventListener("abort", kill, { once: true });
  let text = "";
  let rest = "";
  const take = (chunk: string): void => {
    if (text.length < most) text += chunk;
    report?.(clean(text).trimEnd().split("\n").at(-1) ?? "");
    if (!line) return;
    const lines = (rest + chunk).replaceAll("\r\n", "\n").replaceAll(colours, "").split("\n");
    rest = (lines.pop() ?? "").slice(-longestLine);
    for (const each of lines) line(each);
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", take);
  const code = await new Promise<number | undefined>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exit) => resolve(exit ?? undefined));
  });
  signal.removeEventListener("abort", kill);
  if (rest !== "") line?.(rest);
  return { text: withEnd(clean(text)), code };
}

const clean = (text: string): string =>
  text.replaceAll("\r\n", "\n").replaceAll(colours, "").replaceAll(noise, "").replace(/^\n+/, "");

const withEnd = (text: string): string => (text.length < most ? text : `${text}\n(The rest is left out.)\n`);

/** What the plugin says when a session fails, after which it ends with 0 all the same. */
const complaint =
  /Cannot perform start session:|-----ERROR-----|Unable to start (?:command|shell|session)|Unable to open (?:data|control) channel|Your session has been terminated/;

/** Why a session failed, in the plugin's words; undefined when it says nothing of the kind. */
export const pluginComplaint = (text: string): string | undefined => {
  const at = text.search(complaint);
  const line = text.lastIndexOf("\n", at) + 1;
  return at < 0 ? undefined : text.slice(line).trim().slice(0, longestComplaint);
};

/** In characters. */
const longestComplaint = 500;
