import type { DocumentSymbol, FoldingRange, Range, SelectionRange } from "vscode-languageserver-types";
import { type FuzzCase, uriOf } from "../case.ts";
import { editedFiles, Lines } from "../edits.ts";
import { Fault } from "../fault.ts";
import type { Property } from "../property.ts";
import { type Stopwatch, withCpuTime } from "../slowest.ts";
import { allAnswers, type Answer } from "./answers.ts";

/** Milliseconds of CPU time that all calls together may take on a text of up to 20,000 characters. */
const longest = 3_000;

/** Every function answers, and all ranges in its answer are in the text. */
export function total(stopwatch: Stopwatch): Property {
  return {
    name: "every function answers with ranges that are in the text",
    oneIn: 1,
    check(subject) {
      const { value: answers, time } = withCpuTime(() => allAnswers(subject, stopwatch));
      const slow = stopwatch.slowest[0];
      if (slow && time > longest)
        throw new Fault(`slow: ${slow.name}`, `${time} ms of CPU time on ${subject.text.length} characters`);
      const texts = linesOf(subject);
      for (const answer of answers) checkAnswer(answer, subject, texts);
    },
  };
}

function linesOf({ name, text, beside }: FuzzCase): ReadonlyMap<string, Lines> {
  return new Map([...beside, { name, text }].map((file) => [uriOf(file.name), new Lines(file.text)]));
}

function checkAnswer({ name, value }: Answer, subject: FuzzCase, texts: ReadonlyMap<string, Lines>): void {
  try {
    checkRanges(value, uriOf(subject.name), texts);
    if (name === "outline") checkOutline(value as DocumentSymbol[], texts.get(uriOf(subject.name))!);
    if (name === "selectionRanges") checkParents(value as SelectionRange[], texts.get(uriOf(subject.name))!);
    if (name === "foldingRanges") checkFolding(value as FoldingRange[], texts.get(uriOf(subject.name))!);
    if (name === "fixAll" || name.startsWith("quickFixes")) checkEdits(value as { edit: object }[], subject);
    checkWords(value, subject);
  } catch (error) {
    if (error instanceof Fault)
      throw new Fault(
        `${error.signature} (${name})`,
        `${error.message}\n${JSON.stringify(value)?.slice(0, 1000)}`,
      );
    throw error;
  }
}

/** Ranges anywhere in an answer belong to the file whose URI is beside or above them. */
function checkRanges(value: unknown, uri: string, texts: ReadonlyMap<string, Lines>): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) return value.forEach((item) => checkRanges(item, uri, texts));
  const members = value as Record<string, unknown>;
  const own = typeof members["uri"] === "string" ? members["uri"] : uri;
  if (isRange(members)) return void linesAt(own, texts).spanOf(members);
  for (const [key, member] of Object.entries(members)) checkRanges(member, texts.has(key) ? key : own, texts);
}

function linesAt(uri: string, texts: ReadonlyMap<string, Lines>): Lines {
  const lines = texts.get(uri);
  if (!lines) throw new Fault("range in a file that is not there", uri);
  return lines;
}

function isRange(value: object): value is Range {
  return "start" in value && "end" in value && isPosition(value.start) && isPosition(value.end);
}

function isPosition(value: unknown): boolean {
  return typeof value === "object" && value !== null && "line" in value && "character" in value;
}

function checkOutline(symbols: readonly DocumentSymbol[], lines: Lines, around?: Range): void {
  for (const { range, selectionRange, children = [], name } of symbols) {
    if (!contains(range, selectionRange, lines)) throw new Fault("selection of a symbol outside of it", name);
    if (around && !contains(around, range, lines)) throw new Fault("symbol outside of its parent", name);
    if (typeof name !== "string" || name === "")
      throw new Fault("symbol without a name", JSON.stringify(name));
    checkOutline(children, lines, range);
  }
}

function checkParents(ranges: readonly SelectionRange[], lines: Lines): void {
  for (const { range, parent } of ranges) {
    if (!parent) continue;
    if (!contains(parent.range, range, lines)) throw new Fault("selection range outside of its parent", "");
    checkParents([parent], lines);
  }
}

function checkFolding(ranges: readonly FoldingRange[], lines: Lines): void {
  for (const { startLine, endLine } of ranges)
    if (startLine < 0 || startLine >= endLine || endLine >= lines.count)
      throw new Fault("folding range outside of the text", `${startLine}-${endLine} of ${lines.count}`);
}

function contains(outer: Range, inner: Range, lines: Lines): boolean {
  const [[from, to], [start, end]] = [lines.spanOf(outer), lines.spanOf(inner)];
  return from <= start && end <= to;
}

function checkEdits(actions: readonly { readonly edit: object }[], { name, text, beside }: FuzzCase): void {
  const texts = new Map([...beside, { name, text }].map((file) => [uriOf(file.name), file.text]));
  for (const { edit } of actions) editedFiles(texts, edit);
}

const stray = /\bundefined\b|\bNaN\b|\[object /;

/** Words that slip into sentences when a value is missing, unless the file says them. */
function checkWords(value: unknown, { text, beside }: FuzzCase): void {
  if (typeof value === "string") {
    const found = stray.exec(value)?.[0];
    if (found !== undefined && ![text, ...beside.map((file) => file.text)].some((own) => own.includes(found)))
      throw new Fault(`the word ${found} in an answer`, value.slice(0, 500));
  } else if (typeof value === "object" && value !== null) {
    for (const member of Object.values(value)) checkWords(member, { text, beside } as FuzzCase);
  }
}
