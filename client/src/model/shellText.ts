/** A word for a POSIX shell. Single quotes keep everything but themselves. */
export const quoted = (text: string): string =>
  /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** A line that a shell takes no notice of, whatever stands in the text. */
export const commentLine = (text: string): string => `# ${text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")}`;
