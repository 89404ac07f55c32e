import { parseArgs, type ParseArgsOptionsConfig } from "node:util";

/**
 * The options of a script's command line. Ends the process with 2 and a line that says which there are, when
 * one is unknown or lacks its value.
 */
export function readOptions<T extends ParseArgsOptionsConfig>(
  options: T,
): ReturnType<typeof parseArgs<{ options: T }>>["values"] {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return endWith(error instanceof Error ? error.message : String(error), options);
  }
}

/** The value of an option that takes one of a few. Ends the process with 2 when it is another. */
export function oneOf<T extends string>(
  name: string,
  value: string | undefined,
  known: readonly T[],
): T | undefined {
  if (value === undefined) return undefined;
  const found = known.find((each) => each === value);
  if (found !== undefined) return found;
  console.error(`--${name} is ${known.join(" or ")}, not ${value}.`);
  process.exit(2);
}

/** The value of an option that is a number from 1 up. Ends the process with 2 when it is not. */
export function countOf(name: string, value: string): number {
  if (/^[1-9]\d*$/.test(value)) return Number(value);
  console.error(`--${name} is a number from 1 up, not ${value}.`);
  process.exit(2);
}

function endWith(message: string, options: ParseArgsOptionsConfig): never {
  // Node goes on with how to pass names of files that begin with a dash, which no script takes.
  const [first = ""] = message.split(". ");
  const known = Object.entries(options).map(
    ([name, { type }]) => `--${name}${type === "string" ? " …" : ""}`,
  );
  console.error(`${first.replace(/\.?$/, ".")} The options are ${known.join(", ")}.`);
  process.exit(2);
}
