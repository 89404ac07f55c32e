import { type AST, RegExpParser, visitRegExpAST } from "@eslint-community/regexpp";

/** Texts of any length that an expression may find hard: a start, something over and over, an end. */
export interface Attack {
  readonly start: string;
  readonly repeated: string;
  readonly end: string;
}

/** The text of an attack, as long as asked for, in characters. */
export function attackText({ start, repeated, end }: Attack, length: number): string {
  const times = Math.max(0, Math.floor((length - start.length - end.length) / repeated.length));
  return start + repeated.repeat(times) + end;
}

/** Characters of every kind that expressions tell apart. */
const usual = [...'a0A_ -.\t\n":/={[\\é'];

/** How many texts of a part, ends and starts are tried; more of them would only be more of the same. */
const mostExamples = 3;
const mostExcluded = 4;
const mostStarts = 12;

/**
 * Attacks drawn from the structure of an expression. What leads up to one of its parts is followed by much of
 * what the next parts take, or of one character, and an end that does not fit; and the same without what
 * leads up to it, so that a search starts everywhere.
 */
export function attacksOn(expression: RegExp): readonly Attack[] {
  const { pattern } = new RegExpParser().parseLiteral(String(expression));
  const reader = new PatternReader(pattern, expression);
  const wholes = reader.of(pattern);
  const ends = new Set(["", "\0", "\n", wholes[0] ?? "", ...reader.excluded]);
  const found = new Map<string, Attack>();
  const add = (start: string, repeated: string): void => {
    if (repeated === "") return;
    for (const end of ends) found.set(JSON.stringify([start, repeated, end]), { start, repeated, end });
  };
  for (const [start, repeated] of reader.stretches) {
    add(start, repeated);
    add("", repeated);
    for (const between of ["", " ", "-", "."]) add("", start + repeated + between);
  }
  const starts = new Set(reader.stretches.map(([before]) => before).sort((a, b) => b.length - a.length));
  for (const start of ["", "\0", ...[...starts].slice(0, mostStarts)])
    for (const character of reader.alphabet) add(start, character);
  for (const whole of wholes) for (const text of [whole, whole.slice(0, -1), whole.slice(1)]) add("", text);
  return [...found.values()];
}

/** Short texts that the parts of a pattern take. */
class PatternReader {
  /** The characters that the pattern names, and one of each usual kind. */
  readonly alphabet: readonly string[];
  /** What leads up to a part, and what that part takes alone, or with those after it. */
  readonly stretches: (readonly [before: string, taken: string])[] = [];
  /** Characters that a part takes anything but. */
  readonly excluded: readonly string[];
  readonly #flags: string;

  constructor(pattern: AST.Pattern, { flags }: RegExp) {
    this.#flags = flags.replaceAll(/[gy]/g, "");
    const named = new Set<string>();
    const excluded = new Set<string>();
    visitRegExpAST(pattern, {
      onCharacterEnter: ({ value, parent }) => {
        named.add(String.fromCodePoint(value));
        if (parent.type === "CharacterClass" && parent.negate) excluded.add(String.fromCodePoint(value));
      },
    });
    this.excluded = [...excluded].slice(0, mostExcluded);
    this.alphabet = [...new Set([...named, ...usual])];
    this.#readAlternatives(pattern.alternatives, [""]);
  }

  /** Some texts that a part takes; an empty one for what takes no characters. */
  of(node: AST.Node): readonly string[] {
    switch (node.type) {
      case "Character":
        return [String.fromCodePoint(node.value)];
      case "CharacterSet":
      case "CharacterClass":
      case "ExpressionCharacterClass":
        return this.#charactersOf(node);
      case "Quantifier":
        return this.of(node.element).map((text) => text.repeat(Math.max(node.min, 1)));
      case "Pattern":
      case "Group":
      case "CapturingGroup":
        return [...new Set(node.alternatives.flatMap(({ elements }) => this.#sequence(elements)))];
      default:
        return [""];
    }
  }

  /** The first text of each element after the other, and where one takes several, those too. */
  #sequence(elements: readonly AST.Element[]): readonly string[] {
    const choices = elements.map((element) => this.of(element));
    const plain = choices.map(([first = ""]) => first);
    const others = choices.flatMap((texts, index) =>
      texts.slice(1, mostExamples).map((text) => plain.with(index, text).join("")),
    );
    return [plain.join(""), ...others].slice(0, 2 * mostExamples);
  }

  #charactersOf({
    raw,
  }: AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass): readonly string[] {
    const expression = new RegExp(`^${raw}$`, this.#flags);
    return this.alphabet.filter((character) => expression.test(character)).slice(0, mostExamples);
  }

  /**
   * @param leads what leads up to the alternatives, from the start of the pattern and of each part around
   * them
   */
  #readAlternatives(alternatives: readonly AST.Alternative[], leads: readonly string[]): void {
    for (const { elements } of alternatives) {
      const own = [...leads];
      for (const part of partsOf(elements)) {
        const lead = own.at(-1)!;
        for (const element of part) this.#readInside(element, own);
        const [taken = "", ...others] = this.#sequence(part);
        this.stretches.push(...others.map((text) => [lead, text] as const));
        own.push(lead + taken);
      }
      for (const [index, from] of own.entries())
        this.stretches.push(...own.slice(index + 1).map((to) => [from, to.slice(from.length)] as const));
    }
  }

  #readInside(element: AST.Element, leads: readonly string[]): void {
    if (element.type === "Quantifier") this.#readInside(element.element, leads);
    else if ("alternatives" in element) this.#readAlternatives(element.alternatives, leads);
  }
}

/** Elements in a row that are one character each are one part; any other is a part of its own. */
function partsOf(elements: readonly AST.Element[]): readonly (readonly AST.Element[])[] {
  const parts: AST.Element[][] = [];
  for (const element of elements) {
    const last = parts.at(-1);
    if (element.type === "Character" && last?.at(-1)?.type === "Character") last.push(element);
    else parts.push([element]);
  }
  return parts;
}
