/**
 * Characters that are not seen as themselves: controls but tab and line feed, and those of Unicode that
 * reorder text or take no room. Written as properties, as a list of them would itself be unreadable.
 */
const unseen = /(?![\t\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** What VS Code makes clickable in notifications, prompts and progress: `[words](command:…)`. */
const linkJoint = /\](?=\()/g;

/** What VS Code replaces by an icon in lists, the status bar and lenses: `$(trash)`. */
const iconJoint = /\$(?=\([a-z])/gi;

/**
 * Text as it is shown, also where VS Code looks for links and icons in it: what would be one is taken apart
 * by a blank, and characters that are not seen are left out. Texts of files, of AWS and of containers are
 * strangers' texts.
 */
export function plainText(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll(unseen, "")
    .replaceAll(linkJoint, "] ")
    .replaceAll(iconJoint, "$ ");
}

/**
 * {@link plainText} in one line: line ends and tabs become blanks. For values that are put into the lines of
 * others.
 */
export function oneLine(text: string): string {
  return plainText(text.replaceAll(/[\r\n\t\v\f\u0085\u2028\u2029]+/g, " "));
}

/** The same text, cut where it is longer than a message may be. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
