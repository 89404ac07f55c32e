import type * as vscode from "vscode";
import { logText, traceHead } from "../model/logText.ts";

type Write = (text: string, ...more: unknown[]) => void;

/** What of a channel writes text, and what it makes of it before. */
const writers: Readonly<Partial<Record<keyof vscode.LogOutputChannel, (text: string) => string>>> = {
  trace: traceHead,
  debug: logText,
  info: logText,
  warn: logText,
  error: logText,
  append: logText,
  appendLine: logText,
  replace: logText,
};

/** The output channel, which is a file on disk: nothing gets there but through {@link logText}. */
export function outputLog(channel: vscode.LogOutputChannel): vscode.LogOutputChannel {
  return new Proxy(channel, {
    get(target, name: keyof vscode.LogOutputChannel) {
      const value: unknown = Reflect.get(target, name, target);
      const cleaned = writers[name];
      if (typeof value !== "function") return value;
      if (!cleaned) return value.bind(target) as unknown;
      const write = value as Write;
      return (text: unknown, ...more: unknown[]) =>
        write.call(target, cleaned(messageOf(text)), ...more.map((each) => logText(messageOf(each))));
    },
  });
}

const messageOf = (text: unknown): string =>
  text instanceof Error
    ? (text.stack ?? text.message)
    : typeof text === "string"
      ? text
      : JSON.stringify(text);
