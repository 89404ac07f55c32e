/** The comments of a text with comments, in order. */
export function commentsOf(text: string): string[] {
  const tokens = text.match(/\/\/[^\n]*|\/\*[^]*?\*\/|"(?:\\.|[^"\\\n])*"/g) ?? [];
  return tokens.filter((token) => token.startsWith("/"));
}

/** The template statements and expressions of a text, in order. */
export function templatesOf(text: string): string[] {
  return text.match(/\{\{.*?\}\}|\{%.*?%\}/g) ?? [];
}

/** Ways to put comments and statements into a text, some of which look like what they stand beside. */
export const disturbances: Readonly<Record<string, (text: string) => string>> = {
  "a comment at the end of each line": (text) => text.replaceAll(/(?<=[^\n])(?=\n)/g, ' // , "x": {'),
  "a comment on a line before each": (text) => text.replaceAll(/^(?=[ \t]*\S)/gm, '  /* "x": 1, */\n'),
  "a comment before each comma and bracket": (text) =>
    outsideQuotes(text, /[,}\]]/g, (token) => `/* [ */${token}`),
  "a comment behind each comma and bracket": (text) =>
    outsideQuotes(text, /[,{[]/g, (token) => `${token}/* ] */`),
  "a statement behind each comma": (text) => outsideQuotes(text, /,/g, () => ",{{ if y }}{{ end }}"),
  "a statement before each comma": (text) => outsideQuotes(text, /,/g, () => "{% if y %}{% endif %},"),
  "line breaks of Windows": (text) => text.replaceAll("\n", "\r\n"),
};

/** Replaces tokens of JSON, and none that stands in a string, a comment or a placeholder. */
function outsideQuotes(text: string, token: RegExp, by: (token: string) => string): string {
  const others = /("(?:\\.|[^"\\\n])*"|\/\/[^\n]*|\/\*[^]*?\*\/|[$#]\{[^}]*\}|\{\{.*?\}\}|\{%.*?%\})/;
  return text
    .split(others)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(token, by)))
    .join("");
}
