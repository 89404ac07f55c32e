/**
 * A stranger's text for a read-only document: line ends as VS Code has them, and no controls, which no font
 * shows.
 */
export function documentText(text: string): string {
  return text.replaceAll("\r\n", "\n").replaceAll(/(?![\t\n])\p{Cc}/gu, "");
}
