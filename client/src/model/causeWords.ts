import type { DeadTasks } from "../aws/deployment/deadTasks.ts";

/**
 * Why tasks died, most frequent first, with the last line of the log: `Container app exited with 1 three
 * times: "Error: no database"`.
 */
export function causeWords(dead: readonly DeadTasks[]): string {
  return dead.map((each) => `${deathWords(each)}${quoted(each.lastLines.at(-1))}`).join(" ");
}

/**
 * Why tasks died, one cause a line, without what they wrote: for the output channel, which is a file on disk.
 */
export function causeLines(dead: readonly DeadTasks[]): readonly string[] {
  return dead.map(({ cause, count }) => `${deathWords({ cause, count })}.`);
}

/** All that is known, the last lines of their logs included: for a document in memory. */
export function causeDetails(dead: readonly DeadTasks[]): readonly string[] {
  return dead.flatMap(({ cause, count, lastLines }) => [
    `${deathWords({ cause, count })}.`,
    ...lastLines.map((line) => `  | ${line}`),
  ]);
}

const words = ["", "once", "twice", "three times", "four times", "five times"];
const times = (count: number): string => words[count] ?? `${count} times`;
/**
 * A cause that ends in a message of others has the count in brackets, as it would read as a part of the
 * message.
 */
function deathWords({ cause, count }: Pick<DeadTasks, "cause" | "count">): string {
  return `${capital(cause)} ${cause.includes(": ") ? `(${times(count)})` : times(count)}`;
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const quoted = (line: string | undefined): string => (line ? `: “${line}”.` : ".");
