/**
 * Characters that a terminal acts on: controls, line breaks, and marks that change the direction of what
 * follows.
 */
const acting = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * A text whose line breaks, escape sequences and marks of direction are written as in JSON, so that they do
 * nothing.
 */
export function printable(text: string): string {
  return text.replaceAll(acting, (char) => `\\u${char.codePointAt(0)!.toString(16).padStart(4, "0")}`);
}
