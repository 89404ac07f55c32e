import type { Position, Range } from "vscode-languageserver-types";
import { type FuzzCase, open, type Opened } from "../case.ts";
import { Lines } from "../edits.ts";
import { faultOf } from "../fault.ts";
import type { Random } from "../random.ts";
import type { Stopwatch } from "../slowest.ts";
import { jsonTokens } from "../tokens.ts";

/** What a function of the service said. */
export interface Answer {
  readonly name: string;
  readonly value: unknown;
}

/** Positions that are asked about in a document. */
const positionsPerDocument = 4;

/** Calls every function of the service on a file, at some of its positions. */
export function allAnswers(subject: FuzzCase, stopwatch: Stopwatch): readonly Answer[] {
  const opened = open(subject);
  const asking: Asking = (name, call) => {
    try {
      return { name, value: stopwatch.time(name, subject.text.length, call) };
    } catch (error) {
      throw faultOf(error, name);
    }
  };
  const lines = new Lines(subject.text);
  const positions = Array.from({ length: positionsPerDocument }, () =>
    anyPosition(subject.text, lines, opened.random),
  );
  return [
    ...ofDocument(opened, lines, asking),
    ...positions.flatMap((position) => atPosition(opened, position, asking)),
    ...inRange(opened, positions, asking),
  ];
}

/** Calls a function of the service. Throws a Fault where that throws. */
type Asking = (name: string, call: () => unknown) => Answer;

function ofDocument({ service, document, random }: Opened, lines: Lines, ask: Asking): readonly Answer[] {
  const all = wholeRange(lines);
  const layout = {
    tabSize: 1 + random.below(8),
    insertSpaces: random.oneIn(2),
    insertFinalNewline: random.oneIn(2),
  };
  return [
    ask("parse", () => service.parse(document.uri, document.text, 1, document.language).kind),
    ask("diagnostics", () => service.diagnostics(document)),
    ask("quickFixes", () => service.quickFixes(document, all)),
    ask("fixAll", () => service.fixAll(document)),
    ask("outline", () => service.outline(document)),
    ask("foldingRanges", () => service.foldingRanges(document)),
    ask("formatting", () => service.formatting(document, layout)),
    ask("codeLenses", () => service.codeLenses(document)),
    ask("documentLinks", () => service.documentLinks(document)),
    ask("inlayHints", () => service.inlayHints(document, all)),
    ask("workspaceSymbols", () => service.workspaceSymbols(random.pick(["", "a", "web", "__proto__"]))),
    ask("prepare", () => service.prepare(document, {})),
    ask("prepare with values", () => service.prepare(document, { A: "x", TAG: '"', constructor: "y" })),
    ask("newFileChoices", () => service.newFileChoices("service")),
    ask("newFile", () => service.newFile("service", "fargate", { taskDefinition: "a" })),
  ];
}

function atPosition(
  { service, document, random }: Opened,
  position: Position,
  ask: Asking,
): readonly Answer[] {
  const typed = random.pick([undefined, '"', ":", " ", "/"]);
  const name = random.pick(["renamed", "", "a b", "__proto__", "web"]);
  return [
    ask("complete", () => service.complete(document, position, typed)),
    ask("complete with live values", () => service.complete(document, position, undefined, live)),
    ask("lookupsForCompletion", () => service.lookupsForCompletion(document, position)),
    ask("lookupsForHover", () => service.lookupsForHover(document, position)?.value),
    ask("hover", () => service.hover(document, position)),
    ask("definition", () => service.definition(document, position)),
    ask("references", () => service.references(document, position, random.oneIn(2))),
    ask("highlights", () => service.highlights(document, position)),
    ask("prepareRename", () => service.prepareRename(document, position)),
    ask("refuseName", () => service.refuseName(document, position, name)),
    ask("rename", () => service.rename(document, position, name)),
    ask("locate", () => service.locate(document, anyPath(random))),
  ];
}

const live = [{ value: "web" }, { value: "arn:aws:iam::123456789012:role/x", detail: "a role" }];

function inRange(
  { service, document }: Opened,
  positions: readonly Position[],
  ask: Asking,
): readonly Answer[] {
  const [start, end] = [...positions].sort((a, b) => a.line - b.line || a.character - b.character) as [
    Position,
    Position,
  ];
  const range = { start, end };
  const layout = { tabSize: 2, insertSpaces: true };
  return [
    ask("selectionRanges", () => service.selectionRanges(document, [...positions])),
    ask("formatting of a range", () => service.formatting(document, layout, range)),
    ask("inlayHints of a range", () => service.inlayHints(document, range)),
    ask("quickFixes of a range", () => service.quickFixes(document, range)),
  ];
}

/** Half of the time next to a token, where most is to be said. */
export function anyPosition(text: string, lines: Lines, random: Random): Position {
  const tokens = random.oneIn(2) ? [] : jsonTokens(text);
  if (tokens.length === 0) return lines.positionOf(random.below(text.length + 1));
  const token = random.pick(tokens);
  return lines.positionOf(
    token.offset + random.pick([0, 1, token.text.length, random.below(token.text.length)]),
  );
}

export function wholeRange(lines: Lines): Range {
  return {
    start: { line: 0, character: 0 },
    end: { line: lines.count - 1, character: lines.lengthOf(lines.count - 1) },
  };
}

function anyPath(random: Random): readonly (string | number)[] {
  const steps = ["containerDefinitions", 0, "name", "__proto__", "image", 1, "tags"];
  return Array.from({ length: random.below(4) }, () => random.pick(steps));
}
