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
const named = /^[ \t]+([\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)[ \t]*(?:\*\/|:|$)/;

/** The findings that no comment suppresses, and those about comments that suppress nothing. */
export function withoutSuppressed(document: EcsDocument, findings: readonly Finding[]): readonly Finding[] {
  const suppressions = suppressionsIn(document);
  if (suppressions.length === 0) return findings;
  const used = new Set<Suppression>();
  const left = findings.filter(({ code, span }) => {
    const line = document.lines.positionAt(span.offset).line;
    const fitting = suppressions.filter((each) => each.ruleId === code && each.line === line);
    for (const each of fitting) used.add(each);
    return fitting.length === 0;
  });
  return [...left, ...suppressions.filter((each) => !used.has(each)).map(unused)];
}

function suppressionsIn({ text, lines }: EcsDocument): readonly Suppression[] {
  const found: Suppression[] = [];
  for (let at = text.indexOf(keyword); at >= 0; at = text.indexOf(keyword, at + 1))
    for (const each of suppressionsAt(text, at, lines.positionAt(at).line)) found.push(each);
  return found;
}

/** The rules that the comment with the keyword at an offset names. */
function suppressionsAt(text: string, at: number, line: number): readonly Suppression[] {
  const lineStart = text.lastIndexOf("\n", at) + 1;
  const lineEnd = (text.indexOf("\n", at) + 1 || text.length + 1) - 1;
  const before = text.slice(lineStart, at);
  const opened = opening.exec(before);
  const names = named.exec(text.slice(at + keyword.length, lineEnd).trimEnd());
  if (!opened || !names || isInText(before)) return [];
  const standsAlone = before.slice(0, opened.index).trim() === "";
  const start = lineStart + (standsAlone ? 0 : opened.index);
  const end = standsAlone ? Math.min(lineEnd + 1, text.length) : lineEnd;
  return namesIn(names[1]!, at + keyword.length + names[0].indexOf(names[1]!)).map((span) => ({
    ruleId: text.slice(span.offset, span.offset + span.length),
    span,
    line: standsAlone ? nextLine(text, lineEnd, line) : line,
    comment: { offset: start, length: end - start },
  }));
}

/** Whether a quote is open at the end of what stands before on a line. */
function isInText(before: string): boolean {
  return (before.replaceAll(/\\./g, "").split('"').length - 1) % 2 === 1;
}

function namesIn(list: string, offset: number): readonly Span[] {
  return [...list.matchAll(/[\w-]+/g)].map((match) => ({
    offset: offset + match.index,
    length: match[0].length,
  }));
}

/** The next line that holds more than a comment. */
function nextLine(text: string, lineEnd: number, line: number): number {
  let [end, next] = [lineEnd, line + 1];
  while (end < text.length) {
    const start = end + 1;
    end = (text.indexOf("\n", start) + 1 || text.length + 1) - 1;
    if (!/^[ \t]*(?:\/\/|#|\/\*|\r?$)/.test(text.slice(start, end))) return next;
    next += 1;
  }
  return next;
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

const isRule = (ruleId: string): boolean => ruleFacts.some(({ id }) => id === ruleId);

function meant(ruleId: string): string {
  const near = ruleFacts.map(({ id }) => id).filter((id) => id.startsWith(ruleId.slice(0, 3)));
  const best = mostAlike(ruleId, near);
  return best === undefined ? " docs/rules/README.md lists the rules." : ` Did you mean "${best}"?`;
}
