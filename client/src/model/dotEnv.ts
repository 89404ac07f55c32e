/** The variables of a `.env` file: `NAME=value` lines, quotes taken off, comments and `export` passed over. */
export function parseDotEnv(text: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    const [, name, rest = ""] = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name !== undefined) values[name] = unquoted(rest);
  }
  return values;
}

function unquoted(text: string): string {
  const [, quote, inner] = /^(["'])(.*?)\1(?:\s*#.*)?$/.exec(text) ?? [];
  if (inner === undefined) return text.replace(/\s+#.*$/, "");
  return quote === '"' ? inner.replaceAll("\\n", "\n").replaceAll('\\"', '"') : inner;
}
