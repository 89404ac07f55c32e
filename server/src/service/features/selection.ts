import type { Position, SelectionRange } from "vscode-languageserver-types";
import type { EcsDocument } from "../documents/ecsDocument.ts";
import { innermostAt } from "../syntax/innermost.ts";
import type { JsonNode, Span } from "../syntax/jsonNode.ts";

/** For each position the ranges that "expand selection" goes through, innermost first. */
export function selectionRanges(document: EcsDocument, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => {
    const offset = document.lines.offsetAt(position);
    let selection: SelectionRange | undefined;
    for (const span of nested(spansAround(document, offset)).toReversed())
      selection = { range: document.rangeOf(span), ...(selection && { parent: selection }) };
    return selection ?? { range: document.rangeOf({ offset, length: 0 }) };
  });
}

/** What is around an offset, innermost first. */
function spansAround({ file, parsedText }: EcsDocument, offset: number): readonly Span[] {
  const spans: Span[] = [];
  for (let node = file && innermostAt(file, offset); node; node = node.parent) {
    const { keySpan } = node;
    if (keySpan && holds(keySpan, offset)) spans.push(inside(keySpan), keySpan);
    else spans.push(...valueSpans(node));
    const member = keySpan ? between(keySpan.offset, endOf(node)) : node;
    const comma = node.parent && /^\s*,/.exec(parsedText.slice(endOf(node), endOf(node) + 200));
    spans.push(member, ...(comma ? [between(member.offset, endOf(member) + comma[0].length)] : []));
  }
  return spans.filter((span) => holds(span, offset));
}

function valueSpans(node: JsonNode): readonly Span[] {
  const hasDelimiters = node.type === "string" || node.type === "object" || node.type === "array";
  return hasDelimiters && node.length > 1 ? [inside(node), node] : [node];
}

/** The spans each of which holds the one before it, and more. */
function nested(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    const isLarger =
      !last || (span.offset <= last.offset && endOf(span) >= endOf(last) && span.length > last.length);
    if (isLarger) result.push(span);
  }
  return result;
}

/** Without quotes or brackets. */
function inside({ offset, length }: Span): Span {
  return { offset: offset + 1, length: Math.max(length - 2, 0) };
}

function between(offset: number, end: number): Span {
  return { offset, length: end - offset };
}

function holds(span: Span, offset: number): boolean {
  return span.offset <= offset && offset <= endOf(span);
}

function endOf({ offset, length }: Span): number {
  return offset + length;
}
