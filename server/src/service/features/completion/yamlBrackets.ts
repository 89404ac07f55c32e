/** What is begun in brackets and not ended. */
export interface OpenBrackets {
  readonly path: readonly (string | number)[];
  readonly expects: "key" | "value" | "nothing";
  readonly typed: string;
  /** How much of the text is what was typed last, characters. */
  readonly length: number;
}

interface Level {
  readonly isList: boolean;
  index: number;
  key: string | undefined;
  /** Where the current entry starts. */
  start: number;
}

/** The brackets that a text opens and does not close; undefined where there are none. */
export function bracketsIn(text: string): OpenBrackets | undefined {
  const levels: Level[] = [];
  for (let index = 0; index < text.length; index++) {
    const char = text[index]!;
    const level = levels.at(-1);
    if (!level && index > 0) return undefined;
    if (char === '"' || char === "'") {
      const end = text.indexOf(char, index + 1);
      if (end < 0) break;
      index = end;
    } else if (char === "[" || char === "{")
      levels.push({ isList: char === "[", index: 0, key: undefined, start: index + 1 });
    else if (char === "]" || char === "}") levels.pop();
    else if (level) advance(level, text, index);
  }
  const level = levels.at(-1);
  if (!level) return undefined;
  const typed = text.slice(level.start).trimStart();
  const isName = !level.isList && level.key === undefined;
  return {
    path: levels.flatMap((each): readonly (string | number)[] => {
      if (each.isList) return [each.index];
      return each.key === undefined ? [] : [each.key];
    }),
    expects: isName ? "key" : "value",
    typed,
    length: typed.length,
  };
}

function advance(level: Level, text: string, index: number): void {
  const char = text[index];
  if (char === ",") Object.assign(level, { index: level.index + 1, key: undefined, start: index + 1 });
  if (
    char !== ":" ||
    level.isList ||
    level.key !== undefined ||
    !/^\s/.test(text.slice(index + 1, index + 2))
  )
    return;
  const key = text
    .slice(level.start, index)
    .trim()
    .replace(/^(["'])(.*)\1$/, "$2");
  Object.assign(level, { key, start: index + 1 });
}
