import { parseArgs } from "node:util";
import { formats } from "./formats.ts";
import { standardInput } from "./inputs.ts";

export interface CheckOptions {
  /** Files, folders to look for task definitions and services in, and `-` for standard input. */
  readonly paths: readonly string[];
  readonly format: keyof typeof formats;
  /** More warnings than this are a problem; none are counted when absent. */
  readonly maxWarnings: number;
  /** Whether the safe fixes are applied before the files are checked. */
  readonly fixes: boolean;
  /** Whether a file that was named may be something else. */
  readonly ignoresUnknown: boolean;
  /** The name that standard input gets. */
  readonly stdinName: string | undefined;
}

/** The options of `taskwright check`, or what is wrong with them. */
export function readOptions(args: readonly string[]): CheckOptions | string {
  try {
    const { values, positionals: paths } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        fix: { type: "boolean", default: false },
        format: { type: "string", default: "text" },
        "ignore-unknown": { type: "boolean", default: false },
        "max-warnings": { type: "string" },
        "stdin-name": { type: "string" },
      },
    });
    const { fix, format, "max-warnings": most, "stdin-name": stdinName } = values;
    const readsInput = paths.includes(standardInput);
    if (!isFormat(format)) return `--format takes ${Object.keys(formats).join(", ")}, not "${format}"`;
    if (most !== undefined && !/^\d+$/.test(most))
      return `--max-warnings takes a number from 0, not "${most}"`;
    if (paths.length === 0) return "name at least one file or folder, or - for standard input";
    if (fix && readsInput) return "--fix changes files and cannot change standard input";
    if (stdinName !== undefined && !readsInput) return "--stdin-name needs - for standard input";
    const maxWarnings = most === undefined ? Infinity : Number(most);
    return { paths, format, maxWarnings, fixes: fix, ignoresUnknown: values["ignore-unknown"], stdinName };
  } catch (error) {
    // The first sentence says what is wrong; the rest is advice on how arguments are quoted.
    return (error as Error).message.split(". ", 1)[0]!;
  }
}

function isFormat(text: string): text is keyof typeof formats {
  return Object.hasOwn(formats, text);
}
