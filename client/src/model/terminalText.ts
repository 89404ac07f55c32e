const esc = "\u001b";
/** The controls of terminals: how a sequence begins, what it ends with. ECMA-48, https://invisible-island.net/xterm/ctlseqs/ctlseqs.html */
const sequence = new RegExp(
  [
    // A control sequence, of which only colours are kept.
    `(?:${esc}\\[|\u009b)([0-?]{0,64})[ -/]{0,8}([@-~])`,
    // A text for the terminal itself, such as its title or the clipboard, up to its end in the same line.
    `(?:${esc}[\\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c\\n]{0,4096}(?:\u0007|${esc}\\\\|\u009c)`,
    // Other escapes of one letter, with those that choose a set of letters.
    `${esc}[ -/]{0,8}[0-~]`,
  ].join("|"),
  "g",
);

/** What remains of broken sequences, and characters that are not seen or stand in another order; not tab and line feed. */
const unseen = /(?![\t\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Colours and weights of letters: Select Graphic Rendition without what blinks, hides or inverts. */
const colour = /^(?:[0-4]|2[2-4]|3[0-7]|39|4[0-7]|49|9[0-7]|10[0-7])?$/;
const reset = `${esc}[0m`;

/**
 * A line of a stranger's log for a terminal: tabs and colours are kept, nothing else that a terminal obeys. Line feeds
 * stay, as the caller indents what follows them; colours end with the line.
 */
export function terminalText(text: string): string {
  const kept: string[] = [];
  let end = 0;
  for (const match of text.matchAll(sequence)) {
    kept.push(text.slice(end, match.index).replaceAll(unseen, ""), colours(match[1], match[2]));
    end = match.index + match[0].length;
  }
  kept.push(text.slice(end).replaceAll(unseen, ""));
  const shown = kept.join("");
  return shown.includes(esc) ? `${shown}${reset}` : shown;
}

/** The colours of a control sequence; empty for another sequence. */
function colours(parameters: string | undefined, final: string | undefined): string {
  if (final !== "m" || parameters === undefined || !/^[\d;:]*$/.test(parameters)) return "";
  const wanted = withoutOthers(parameters.split(";"));
  return wanted === undefined ? "" : `${esc}[${wanted.join(";")}m`;
}

/** Leaves out what is no colour. The numbers behind 38 and 48 belong to them: `38;5;208`, `48;2;255;0;0`. */
function withoutOthers(parameters: readonly string[]): readonly string[] | undefined {
  const wanted: string[] = [];
  for (let index = 0; index < parameters.length; index++) {
    const parameter = parameters[index] ?? "";
    if (/^[34]8$/.test(parameter)) {
      const count = { "5": 2, "2": 4 }[parameters[index + 1] ?? ""] ?? 0;
      if (count > 0 && index + count < parameters.length)
        wanted.push(...parameters.slice(index, index + count + 1));
      index += count;
    } else if (colour.test(parameter) || /^[34]8:[\d:]+$/.test(parameter)) wanted.push(parameter);
  }
  return wanted.length > 0 ? wanted : undefined;
}
