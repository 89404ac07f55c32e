import { mostAlike } from "../../../../shared/src/alike.ts";
import type { EcsDocument } from "../documents/ecsDocument.ts";
import { ruleFacts } from "../rules/index.ts";
import { generalRules } from "../rules/schema/generalRules.ts";
import type { Span } from "../syntax/jsonNode.ts";
import type { Finding } from "./finding.ts";

/**
 * A comment that says of one line that a rule's findings there are known: `// taskwright-ignore rule-id:
 * reason`.
 */
interface Suppression {
  readonly ruleId: string;
  /** Where the rule is named. */
  readonly span: Span;
  /** The line that it speaks of, counted from 0. */
  readonly line: number;
  /** The comment; with all of its line where nothing else is there. */
  readonly comment: Span;
}

const keyword = "taskwright-ignore";

/** What stands before the keyword, and behind it. */
const opening = /(?:\/\/|#|\/\*)[ \t]*$/;
const named = /^[ \t]+([\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)[ \t]*(?:\*\/|:|\r?$)/;

/** The findings that no comment suppresses, and those about comments that suppress nothing. */
export function withoutSuppressed(document: EcsDocument, findings: readonly Finding[]): readonly Finding[] {
  const suppressions = suppressionsIn(document);
  if (suppressions.length === 0) return findings;
  const byLine = new Map<string, Suppression[]>();
  for (const each of suppressions) {
    const key = keyOf(each.ruleId, each.line);
    const known = byLine.get(key);
    if (known) known.push(each);
    else byLine.set(key, [each]);
  }
  const used = new Set<Suppression>();
  const left = findings.filter(({ code, span }) => {
    const fitting = byLine.get(keyOf(code, document.lines.positionAt(span.offset).line)) ?? [];
    for (const each of fitting) used.add(each);
    return fitting.length === 0;
  });
  return [...left, ...suppressions.filter((each) => !used.has(each)).map(unused)];
}

const keyOf = (ruleId: string, line: number): string => `${line} ${ruleId}`;

/** One comment a line at most: the first that is one. */
function suppressionsIn({ text, lines }: EcsDocument): readonly Suppression[] {
  const nextLines = new NextLines(text);
  const found: Suppression[] = [];
  for (let at = text.indexOf(keyword); at >= 0; ) {
    const start = text.lastIndexOf("\n", at) + 1;
    const end = lineEndAt(text, at);
    const comment = commentIn(text.slice(start, end));
    if (comment) {
      const line = lines.positionAt(at).line;
      const standsAlone = text.slice(start, start + comment.start).trim() === "";
      const from = standsAlone ? start : start + comment.start;
      const to = standsAlone ? Math.min(end + 1, text.length) : end;
      for (const span of namesIn(comment.names, start + comment.namesStart))
        found.push({
          ruleId: text.slice(span.offset, span.offset + span.length),
          span,
          line: standsAlone ? nextLines.after(line, end) : line,
          comment: { offset: from, length: to - from },
        });
    }
    at = text.indexOf(keyword, end);
  }
  return found;
}

/** A comment with the keyword in a line of text, by where it and its names begin. */
interface FoundComment {
  readonly start: number;
  readonly names: string;
  readonly namesStart: number;
}

function commentIn(line: string): FoundComment | undefined {
  let isInText = false;
  for (let from = 0, at = line.indexOf(keyword); at >= 0; from = at, at = line.indexOf(keyword, at + 1)) {
    const before = line.slice(from, at);
    if (hasOpenQuote(before)) isInText = !isInText;
    const opened = isInText ? null : opening.exec(before);
    const names = opened && named.exec(line.slice(at + keyword.length));
    if (!opened || !names) continue;
    const namesStart = at + keyword.length + names[0].indexOf(names[1]!);
    return { start: from + opened.index, names: names[1]!, namesStart };
  }
  return undefined;
}

/** Whether a part of a line opens a text in quotes, or closes one, that it does not close or open. */
function hasOpenQuote(part: string): boolean {
  return (part.replaceAll(/\\./g, "").split('"').length - 1) % 2 === 1;
}

/** The next lines that hold more than a comment. They are asked for from the first line to the last. */
class NextLines {
  readonly #text: string;
  /** The last answer counts for all lines from the one before to it. */
  #asked = 0;
  #answer = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** @param lineEnd where the line ends */
  after(line: number, lineEnd: number): number {
    if (line >= this.#asked && line < this.#answer) return this.#answer;
    this.#asked = line;
    this.#answer = this.#find(line, lineEnd);
    return this.#answer;
  }

  #find(line: number, lineEnd: number): number {
    let [end, next] = [lineEnd, line + 1];
    while (end < this.#text.length) {
      const start = end + 1;
      end = lineEndAt(this.#text, start);
      if (!/^[ \t]*(?:\/\/|#|\/\*|\r?$)/.test(this.#text.slice(start, end))) return next;
      next += 1;
    }
    return next;
  }
}

function lineEndAt(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}

function namesIn(list: string, offset: number): readonly Span[] {
  return [...list.matchAll(/[\w-]+/g)].map((match) => ({
    offset: offset + match.index,
    length: match[0].length,
  }));
}

function unused({ ruleId, span, comment }: Suppression): Finding {
  const { id, severity } = generalRules.suppressionUnused;
  return {
    code: id,
    severity,
    span,
    message: isRule(ruleId)
      ? `${ruleId} reports nothing here, so there is nothing to suppress. Remove the comment.`
      : `There is no rule "${ruleId}".${meant(ruleId)}`,
    fixes: [{ title: "Remove the comment", edits: [], text: [{ ...comment, text: "" }] }],
    related: [],
  };
}

const ruleIds: ReadonlySet<string> = new Set(ruleFacts.map(({ id }) => id));

const isRule = (ruleId: string): boolean => ruleIds.has(ruleId);

function meant(ruleId: string): string {
  const near = ruleFacts.map(({ id }) => id).filter((id) => id.startsWith(ruleId.slice(0, 3)));
  const best = mostAlike(ruleId, near);
  return best === undefined ? " docs/rules/README.md lists the rules." : ` Did you mean "${best}"?`;
}
