const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

/**
 * The text of a quoted literal, interpolations as they are written.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#template-expressions
 */
export function quotedText(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(
      /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.))/g,
      (_, short?: string, long?: string, other: string = "") => {
        const code = parseInt(short ?? long ?? "", 16);
        return Number.isNaN(code) ? (escapes[other] ?? other) : fromCode(code);
      },
    )
    .replace(/([$%])\1\{/g, "$1{");
}

function fromCode(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** The lines between the marks of a heredoc; `<<-` takes the indentation away that all of them have. */
export function heredocText(literal: string): string {
  const start = literal.indexOf("\n") + 1;
  const lines = literal.slice(start, Math.max(literal.lastIndexOf("\n") + 1, start)).split("\n");
  const isIndented = literal.startsWith("<<-");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => /^[ \t]*/.exec(line)![0].length);
  const indent =
    isIndented && indents.length > 0 ? indents.reduce((least, each) => Math.min(least, each)) : 0;
  return lines
    .map((line) => line.slice(indent))
    .join("\n")
    .replace(/([$%])\1\{/g, "$1{");
}
