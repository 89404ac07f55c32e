/** Stands for what a template engine puts in: nothing that a file holds otherwise. */
export const filler = "\uE000";

/** A text in YAML as long as the given one, in which placeholders of templates are words. */
export interface FilledYaml {
  readonly text: string;
  /** True where lines come or go with the template: what they leave is not known. */
  readonly hasStatements: boolean;
}

/**
 * Fills `{{ … }}` and `{% … %}` outside of quotes, as ecspresso and others have them in YAML. Undefined for a
 * text without any.
 */
export function fillTemplates(text: string): FilledYaml | undefined {
  if (!/\{\{|\{%/.test(text)) return undefined;
  let hasStatements = false;
  const lines = text.split("\n").map((line) => {
    if (!/^\s*(?:- +)?(?:\{\{|\{%)/.test(line)) return filled(line);
    // A line that is nothing but template text is a statement, except as an element of a list.
    if (/^\s*-/.test(line)) return filled(line);
    const isStatement = withoutTemplates(line).trim() === "";
    if (!isStatement) return filled(line);
    hasStatements = true;
    return line.replace(/[^\r]/g, " ");
  });
  const result = lines.join("\n");
  return result === text ? undefined : { text: result, hasStatements };
}

function filled(line: string): string {
  return parts(line)
    .map(({ text, isTemplate }) => (isTemplate ? filler.repeat(text.length) : text))
    .join("");
}

function withoutTemplates(line: string): string {
  return parts(line)
    .map(({ text, isTemplate }) => (isTemplate ? "" : text))
    .join("");
}

/**
 * True where template text stands as a value without quotes, which YAML may take for a mapping in a mapping.
 */
export function hasTemplateValues(text: string): boolean {
  return /(?:^|[:,-][ \t]|\[)[ \t]*\{[{%]/m.test(text);
}

interface Part {
  readonly text: string;
  readonly isTemplate: boolean;
}

/** A line cut where templates start and end. */
function parts(line: string): readonly Part[] {
  const result: Part[] = [];
  const quoted = [...line.matchAll(/(?<=^|[\s[{,])(?:"(?:[^"\\]|\\.)*"|'[^']*')/g)];
  let rest = 0;
  for (let start = nextOpening(line, 0); start >= 0; start = nextOpening(line, rest)) {
    const close = line.indexOf(line.startsWith("{%", start) ? "%}" : "}}", start);
    if (close < 0) break;
    // What is in quotes is a text as it is.
    const around = quoted.find(({ index, 0: text }) => index < start && start < index + text.length);
    if (around) {
      const end = around.index + around[0].length;
      result.push({ text: line.slice(rest, end), isTemplate: false });
      rest = end;
      continue;
    }
    result.push({ text: line.slice(rest, start), isTemplate: false });
    result.push({ text: line.slice(start, close + 2), isTemplate: true });
    rest = close + 2;
  }
  return [...result, { text: line.slice(rest), isTemplate: false }];
}

function nextOpening(line: string, from: number): number {
  const places = [line.indexOf("{{", from), line.indexOf("{%", from)].filter((place) => place >= 0);
  return places.length > 0 ? Math.min(...places) : -1;
}
