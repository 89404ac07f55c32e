import { parseArgs } from "node:util";
import { formats } from "./formats.ts";

export interface CheckOptions {
  /** Files, and folders to look for task definitions and services in. */
  readonly paths: readonly string[];
  readonly format: keyof typeof formats;
  /** More warnings than this are a problem; none are counted when absent. */
  readonly maxWarnings: number;
}

/** The options of `taskwright check`, or what is wrong with them. */
export function readOptions(args: readonly string[]): CheckOptions | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: "string", default: "text" }, "max-warnings": { type: "string" } },
    });
    const { format, "max-warnings": most } = values;
    if (!isFormat(format)) return `--format takes ${Object.keys(formats).join(", ")}, not "${format}"`;
    if (most !== undefined && !/^\d+$/.test(most))
      return `--max-warnings takes a number from 0, not "${most}"`;
    if (positionals.length === 0) return "name at least one file or folder";
    return { paths: positionals, format, maxWarnings: most === undefined ? Infinity : Number(most) };
  } catch (error) {
    // The first sentence says what is wrong; the rest is advice on how arguments are quoted.
    return (error as Error).message.split(". ", 1)[0]!;
  }
}

function isFormat(text: string): text is keyof typeof formats {
  return Object.hasOwn(formats, text);
}
