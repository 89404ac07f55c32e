/** Whether a text has a name as a whole: `live` is in `live / orders`, but not in `live-2`. */
export function mentions(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before = "", after = ""] = [text[at - 1], text[at + name.length]];
    if (!isPartOfName(before) && !isPartOfName(after)) return true;
  }
  return false;
}

const isPartOfName = (character: string): boolean => /[\w-]/.test(character);
