import type { CodeAction, Diagnostic, Range, WorkspaceEdit } from "vscode-languageserver-types";
import { type FuzzCase, open, type Opened, uriOf } from "../case.ts";
import { editedFiles, Lines, movedBy } from "../edits.ts";
import { Fault } from "../fault.ts";
import type { Property } from "../property.ts";
import { keptParts, missing } from "../tokens.ts";
import { wholeRange } from "./answers.ts";

/** Fixes of one file that are tried. */
const mostFixes = 6;

/** A quick fix does what it says, and nothing to what it is not about. */
export const quickFix: Property = {
  name: "a quick fix removes its finding and keeps comments and statements",
  oneIn: 2,
  check(subject) {
    const opened = open(subject);
    const actions = opened.service.quickFixes(opened.document, wholeRange(new Lines(subject.text)));
    const first = actions.length === 0 ? 0 : opened.random.below(actions.length);
    for (const action of [...actions.slice(first), ...actions.slice(0, first)].slice(0, mostFixes))
      checkFix(subject, opened, action);
  },
};

function checkFix(subject: FuzzCase, opened: Opened, { title, edit, diagnostics = [] }: CodeAction): void {
  const code = String(diagnostics[0]?.code);
  const after = withEdit(subject, opened, edit!, code);
  const { document } = open(after);
  if (opened.document.syntaxErrors.length === 0 && document.syntaxErrors.length > 0)
    throw new Fault(`a fix breaks the text: ${code}`, shown(title, after.text));
  // What is added empty is for the user to fill in, and is still missed until then.
  if (addsEmpty(edit!) || removes(edit!, opened.document.uri, diagnostics[0]!.range, new Lines(subject.text)))
    return;
  const message = diagnostics[0]?.message;
  // Behind a fault of syntax that is mended, the reader finds the next one.
  if (code === "json-syntax") return checkMended(subject, after, edit!, diagnostics[0]!);
  const count = (file: Opened): number =>
    file.service
      .validate(file.document)
      .filter((finding) => finding.code === code && finding.message === message).length;
  if (count(open(after)) >= count(opened))
    throw new Fault(`a fix leaves its finding: ${code}`, shown(title, after.text));
}

/** A fault of syntax is gone from its place. */
function checkMended(subject: FuzzCase, after: FuzzCase, edit: WorkspaceEdit, about: Diagnostic): void {
  const lines = new Lines(subject.text);
  const edits = edit.changes?.[uriOf(subject.name)] ?? [];
  const place = movedBy(edits, lines, lines.offsetOf(about.range.start));
  const { service, document } = open(after);
  const remains = service
    .validate(document)
    .some(
      ({ code, message, span }) => code === about.code && message === about.message && span.offset === place,
    );
  if (remains)
    throw new Fault("a fix leaves its finding: json-syntax", shown(JSON.stringify(about), after.text));
}

function addsEmpty({ changes = {} }: WorkspaceEdit): boolean {
  return Object.values(changes)
    .flat()
    .some(({ newText }) => /(?::|^|\[)\s*(?:""|\[\]|\{\})/.test(newText));
}

/** True when what the finding is about is gone. Another one of its kind may take its place. */
function removes({ changes = {} }: WorkspaceEdit, uri: string, about: Range, lines: Lines): boolean {
  const [start, end] = lines.spanOf(about);
  return (changes[uri] ?? []).some(({ range, newText }) => {
    const [from, to] = lines.spanOf(range);
    return newText === "" && from <= start && end <= to;
  });
}

/** Fix all does everything at once, and nothing to comments and statements. */
export const fixAll: Property = {
  name: "fix all once is fix all twice",
  oneIn: 2,
  check(subject) {
    const opened = open(subject);
    const [action] = opened.service.fixAll(opened.document);
    if (!action) return;
    const after = withEdit(subject, opened, action.edit!, "fix all");
    const again = open(after);
    if (opened.document.syntaxErrors.length === 0 && again.document.syntaxErrors.length > 0)
      throw new Fault("fix all breaks the text", shown("", after.text));
    const [second] = again.service.fixAll(again.document);
    if (second)
      throw new Fault("fix all leaves something to fix", shown(JSON.stringify(second.edit), after.text));
  },
};

/** The case after an edit, which keeps comments and statements. */
function withEdit(subject: FuzzCase, { texts }: Opened, edit: WorkspaceEdit, what: string): FuzzCase {
  const files = new Map([...texts, ...editedFiles(texts, edit)]);
  for (const [uri, after] of files) {
    const lost = missing(keptParts(uri, texts.get(uri)!), keptParts(uri, after));
    if (lost.length > 0)
      throw new Fault(`an edit loses ${kindOf(lost[0]!)}: ${what}`, shown(lost.join(" "), after));
  }
  const textOf = (name: string): string => files.get(uriOf(name))!;
  return {
    ...subject,
    text: textOf(subject.name),
    beside: subject.beside.map(({ name }) => ({ name, text: textOf(name) })),
  };
}

const kindOf = (part: string): string => (part.startsWith("/") ? "a comment" : "template text");

const shown = (what: string, text: string): string => `${what}\n${text.slice(0, 1500)}`;
