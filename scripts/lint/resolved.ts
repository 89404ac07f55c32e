import { posix } from "node:path";

/** The path, from the top of the project, of what a relative import in a file names. */
export function resolved(file: string, specifier: string): string {
  return posix.join(posix.dirname(file), specifier);
}
