/**
 * The variables of a `.env` file: `NAME=value` lines, quotes taken off, comments and `export` passed over.
 */
export function parseDotEnv(text: string): Readonly<Record<string, string>> {
  const values = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const [before = "", ...rest] = line.split("=");
    const name = /^(?:export\s+)?([A-Za-z_][\w.-]*)$/.exec(before.trim())?.[1];
    if (name !== undefined && rest.length > 0) values.set(name, unquoted(rest.join("=").trim()));
  }
  return Object.fromEntries(values);
}

function unquoted(text: string): string {
  const inner = text.slice(1);
  const isDouble = text.startsWith('"');
  // The quote that closes has nothing but a comment behind it.
  const closing = isDouble
    ? inner.search(/"\s*(?:#|$)/)
    : text.startsWith("'")
      ? inner.search(/'\s*(?:#|$)/)
      : -1;
  if (closing < 0) return withoutComment(text);
  const value = inner.slice(0, closing);
  return isDouble ? value.replaceAll("\\n", "\n").replaceAll('\\"', '"') : value;
}

function withoutComment(text: string): string {
  const comment = text.search(/\s#/);
  return comment < 0 ? text : text.slice(0, comment).trimEnd();
}
