const esc = "\u001b";
const bell = "\u0007";
/** The sequence that ends a text for the terminal itself, as it follows an escape. */
const stringTerminator = "\\";

/** Characters that are not seen or stand in another order; not tab and line feed. */
const unseen = /(?![\t\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Colours and weights of letters: Select Graphic Rendition without what blinks, hides or inverts. */
const colour = /^(?:[0-4]|2[2-4]|3[0-7]|39|4[0-7]|49|9[0-7]|10[0-7])?$/;
const reset = `${esc}[0m`;

/**
 * A line of a stranger's log for a terminal: tabs and colours are kept, nothing else that a terminal obeys.
 * Line feeds stay, as the caller indents what follows them; colours end with the line. ECMA-48, and
 * https://invisible-island.net/xterm/ctlseqs/ctlseqs.html
 */
export function terminalText(text: string): string {
  const [start = "", ...sequences] = text.replaceAll(/[\u0080-\u009f]/g, inSevenBits).split(esc);
  const shown =
    visible(start) + sequences.map((sequence, index) => kept(sequence, sequences[index + 1])).join("");
  return shown.includes(esc) ? `${shown}${reset}` : shown;
}

/** Each control of the upper range stands for an escape and a letter. */
const inSevenBits = (control: string): string => esc + String.fromCharCode(control.charCodeAt(0) - 0x40);

const visible = (text: string): string => text.replaceAll(unseen, "");

/** What is shown of the text from one escape to the next. */
function kept(sequence: string, next: string | undefined): string {
  if (/^[\]PX^_]/.test(sequence)) return afterOwnText(sequence, next);
  const [all, parameters = "", final = ""] = /^\[([0-?]{0,64})[ -/]{0,8}([@-~])/.exec(sequence) ?? [];
  if (all !== undefined) return colours(parameters, final) + visible(sequence.slice(all.length));
  return visible(sequence.replace(/^[ -/]{0,8}[0-~]/, ""));
}

/**
 * What follows a text for the terminal itself, such as its title or the clipboard; one without end in its
 * line is shown.
 */
function afterOwnText(sequence: string, next: string | undefined): string {
  const [line = ""] = sequence.split("\n", 1);
  const end = line.indexOf(bell);
  if (end >= 0) return visible(sequence.slice(end + 1));
  const isEnded = line === sequence && next?.startsWith(stringTerminator);
  return isEnded ? "" : visible(sequence.slice(1));
}

/** The colours of a control sequence; empty for another sequence. */
function colours(parameters: string, final: string): string {
  if (final !== "m" || !/^[\d;:]*$/.test(parameters)) return "";
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
