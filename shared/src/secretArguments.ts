import { secretForm } from "./secretForms.ts";
import { judge } from "./secrets.ts";
import type { Secrecy } from "./secretNames.ts";

/** An argument that holds a secret, and where in it the secret stands. */
export interface SecretArgument {
  readonly index: number;
  readonly secrecy: Exclude<Secrecy, "harmless">;
  readonly start: number;
  readonly end: number;
}

/**
 * The secrets among the arguments of a command: `--password` followed by its value, `--password=x`,
 * `PASSWORD=x` inside of a script, and what looks like a secret by itself. Arguments that are not known are
 * undefined.
 */
export function secretArguments(list: readonly (string | undefined)[]): readonly SecretArgument[] {
  return list.flatMap((text, index) => {
    if (!text) return [];
    const whole = wholeSecrecy(text, list[index - 1] ?? "");
    return whole === "harmless"
      ? assignments(text).map((each) => ({ index, ...each }))
      : [{ index, secrecy: whole, start: 0, end: text.length }];
  });
}

function wholeSecrecy(text: string, option: string): Secrecy {
  const isValue = /^--?[A-Za-z]/.test(option) && !option.includes("=") && !text.startsWith("-");
  if (isValue) return judge(option, text).secrecy;
  return secretForm(text) === undefined ? "harmless" : "secret";
}

type Place = Omit<SecretArgument, "index">;

function assignments(text: string): readonly Place[] {
  if (!text.includes("=")) return [];
  const assignment = /(?<=^|[\s;&|])-{0,2}([A-Za-z][\w.-]{0,200})=("[^"]{0,4096}"|'[^']{0,4096}'|[^\s;&|]*)/g;
  return [...text.matchAll(assignment)].flatMap((match) => {
    const [all, name = "", quoted = ""] = match;
    const value = quoted.replace(/^["']|["']$/g, "");
    const end = match.index + all.length;
    const { secrecy } = /^\$[A-Za-z_({]/.test(value) ? { secrecy: "harmless" as const } : judge(name, value);
    return secrecy === "harmless" ? [] : [{ secrecy, start: end - quoted.length, end }];
  });
}
