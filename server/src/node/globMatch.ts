/**
 * Whether a path with `/` between its parts fits a pattern: `*` and `?` stand for letters of one part, `**`
 * for any number of parts. A pattern without `/` fits a file of that name in any folder. Takes time in the
 * product of both lengths.
 */
export function fitsPattern(path: string, pattern: string): boolean {
  const wanted = pattern.includes("/") ? pattern.replace(/^\.?\//, "") : `**/${pattern}`;
  return fits(path.split("/"), wanted.split("/"), {
    isAny: (part) => part === "**",
    fitsOne: (part, wantedPart) =>
      fits([...part], [...wantedPart], {
        isAny: (letter) => letter === "*",
        fitsOne: (letter, wantedLetter) => wantedLetter === "?" || letter === wantedLetter,
      }),
  });
}

interface Wildcards {
  /** Whether a part of the pattern stands for any number of parts. */
  readonly isAny: (wanted: string) => boolean;
  readonly fitsOne: (part: string, wanted: string) => boolean;
}

/** Goes through both lists once, and back to the last wildcard at most once for each part. */
function fits(parts: readonly string[], wanted: readonly string[], { isAny, fitsOne }: Wildcards): boolean {
  let [part, next] = [0, 0];
  let [lastAny, resumeAt] = [-1, 0];
  while (part < parts.length) {
    if (next < wanted.length && isAny(wanted[next]!)) {
      [lastAny, resumeAt] = [next, part];
      next += 1;
    } else if (next < wanted.length && fitsOne(parts[part]!, wanted[next]!)) {
      part += 1;
      next += 1;
    } else if (lastAny >= 0) {
      resumeAt += 1;
      [part, next] = [resumeAt, lastAny + 1];
    } else return false;
  }
  return wanted.slice(next).every(isAny);
}
