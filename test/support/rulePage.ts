/**
 * Reads a rule's page: its fenced blocks are the examples that the tests run. The format is told in
 * CONTRIBUTING.md.
 */

export interface Marker {
  /** Rule id: that of the section, unless the marker names another. */
  readonly id: string;
  /** From 0. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly severity: string | undefined;
  readonly message: string;
}

export interface Example {
  /** The headings that lead to it: the name of the test. */
  readonly title: string;
  /** The rule whose section it stands in. */
  readonly ruleId: string;
  /** The text without marker lines. */
  readonly text: string;
  readonly markers: readonly Marker[];
  /** Name of the file that the example pretends to be. */
  readonly file: string | undefined;
  /** Other files of the workspace, by name. */
  readonly companions: ReadonlyMap<string, string>;
  readonly fixed: readonly FixedText[];
}

export interface FixedText {
  /** The text after the quick fix: of the example, or of the companion that the fix changes. */
  readonly text: string;
  /** The title of the fix if it is not the first one. */
  readonly title: string | undefined;
  /** The companion that the fix changes. */
  readonly file: string | undefined;
}

interface Block {
  readonly info: string;
  readonly text: string;
}

/** Splits a page into its examples. Throws where the page is not of the documented form. */
export function parseRulePage(page: string, ruleIds: ReadonlySet<string>): Example[] {
  const examples: Example[] = [];
  const headings: string[] = [];
  let ruleId: string | undefined;
  let companions = new Map<string, string>();
  const parts = page.split(/^(```[\s\S]*?^```$|#{1,6} .*$)/m);
  for (const part of parts) {
    const heading = /^(#{1,6}) (.*)$/.exec(part);
    if (heading) {
      const level = heading[1]!.length;
      headings.splice(level - 1, headings.length, heading[2]!.trim());
      const named = heading[2]!.replaceAll("`", "").trim();
      if (ruleIds.has(named)) ruleId = named;
      companions = new Map();
      continue;
    }
    const block = parseBlock(part);
    if (!block) continue;
    if (!ruleId)
      throw new Error(`An example stands before the first rule's heading: ${block.text.slice(0, 60)}`);
    const name = /\bfile=(\S+)/.exec(block.info)?.[1];
    if (/\bcompanion\b/.test(block.info)) companions.set(name!, block.text);
    else if (/\bfixed\b/.test(block.info)) attachFix(examples, block);
    else examples.push(example(headings.filter(Boolean).join(" › "), ruleId, block, name, companions));
  }
  return examples;
}

function parseBlock(part: string): Block | undefined {
  const fence = /^```(jsonc?\b.*)\n([\s\S]*?)^```$/m.exec(part);
  return fence ? { info: fence[1]!, text: fence[2]! } : undefined;
}

function attachFix(examples: Example[], block: Block): void {
  const last = examples.at(-1);
  if (!last) throw new Error("A block marked fixed has no example before it.");
  const title = /fixed="([^"]*)"/.exec(block.info)?.[1];
  const file = /\bfile=(\S+)/.exec(block.info)?.[1];
  examples[examples.length - 1] = { ...last, fixed: [...last.fixed, { text: block.text, title, file }] };
}

function example(
  title: string,
  ruleId: string,
  block: Block,
  file: string | undefined,
  companions: ReadonlyMap<string, string>,
): Example {
  const { text, markers } = unmarked(block.text, ruleId);
  return { title, ruleId, text: filled(text, block.info), markers, file, companions, fixed: [] };
}

/** The text of an example without the lines that mark its findings, and what they mark. */
export function unmarked(marked: string, ruleId: string): Pick<Example, "text" | "markers"> {
  const lines: string[] = [];
  const markers: Marker[] = [];
  for (const line of marked.split("\n")) {
    const marker =
      /^\s*\/\/(?: @(\d+))?(\s*)(~+) (?:\[([\w-]+)\] )?(?:\((error|warning|information|hint)\) )?(.*)$/.exec(
        line,
      );
    if (!marker) {
      lines.push(line);
      continue;
    }
    const [, column, , tildes, id, severity, message] = marker;
    const start = column === undefined ? line.indexOf("~") : Number(column) - 1;
    markers.push({
      id: id ?? ruleId,
      line: lines.length - 1,
      start,
      end: start + tildes!.length,
      severity,
      message: message!,
    });
  }
  return { text: lines.join("\n"), markers };
}

/**
 * In a block with `fill=N`, an ellipsis stands for N letters: for examples of what is too long to be shown.
 */
function filled(text: string, info: string): string {
  const letters = /\bfill=(\d+)/.exec(info)?.[1];
  return letters === undefined ? text : text.replaceAll("…", "a".repeat(Number(letters)));
}
