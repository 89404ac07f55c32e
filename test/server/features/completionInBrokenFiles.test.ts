import assert from "node:assert/strict";
import { parse, type ParseError } from "jsonc-parser";
import type { CompletionItem } from "vscode-languageserver-types";
import type { EcsDocument } from "../../../server/src/service/documents/ecsDocument.ts";
import type { JsonNode } from "../../../server/src/service/syntax/jsonNode.ts";
import { createLanguageService } from "../../../server/src/service/service.ts";
import { accept } from "../../support/accept.ts";
import { realisticFiles } from "../../support/realisticFiles.ts";

/** A text as it is while somebody types, and the cursor in it. */
interface Draft {
  readonly text: string;
  readonly offset: number;
  /** What does not belong to the place: it stays, whatever is accepted. */
  readonly kept?: ReadonlyMap<string, number>;
}

/** A way to break a file at a member or value, where that is possible. */
type Breakage = (text: string, node: JsonNode, parent: JsonNode) => Draft | undefined;

const cut = (text: string, from: number, to: number, inserted: string, cursor = inserted.length): Draft => ({
  text: text.slice(0, from) + inserted + text.slice(to),
  offset: from + cursor,
});

const endOf = ({ offset, length }: { readonly offset: number; readonly length: number }): number =>
  offset + length;

/** Each leaves out what one item, once accepted, puts there. */
const breakages: Readonly<Record<string, Breakage>> = {
  "an empty value": (text, node) =>
    node.type === "string" || node.type === "number" || node.type === "boolean"
      ? cut(text, node.offset, endOf(node), "")
      : undefined,
  "a value without its colon's space": (text, node) =>
    isLeaf(node) && node.key !== undefined
      ? cut(text, text.lastIndexOf(":", node.offset) + 1, endOf(node), "")
      : undefined,
  "empty quotes": (text, node) =>
    node.type === "string" ? cut(text, node.offset, endOf(node), '""', 1) : undefined,
  "an opening quote": (text, node) =>
    node.type === "string" ? cut(text, node.offset, endOf(node), '"') : undefined,
  "a half-typed string": (text, node) =>
    node.type === "string" && /^"\w\w/.test(text.slice(node.offset))
      ? cut(text, node.offset, endOf(node), text.slice(node.offset, node.offset + 3))
      : undefined,
  "a half-typed string in quotes": (text, node) =>
    node.type === "string" && /^"\w\w/.test(text.slice(node.offset))
      ? cut(text, node.offset, endOf(node), `${text.slice(node.offset, node.offset + 3)}"`, 3)
      : undefined,
  "a half-typed word": (text, node) =>
    node.type === "string" && /^"[a-z]{3}/i.test(text.slice(node.offset))
      ? cut(text, node.offset, endOf(node), text.slice(node.offset + 1, node.offset + 4))
      : undefined,
  "no comma after the one before": (text, node, parent) => {
    const before = previous(node, parent);
    return before
      ? cut(text, endOf(before), endOf(before) + text.slice(endOf(before)).indexOf(",") + 1, " ")
      : undefined;
  },
  "a new line after the last": (text, node, parent) =>
    endOf(last(parent)!) === endOf(node) && text.includes("\n")
      ? cut(text, endOf(node), endOf(node), `${eolOf(text)}${indentAt(text, node.offset)}`)
      : undefined,
  "a comma and a new line after the last": (text, node, parent) =>
    endOf(last(parent)!) === endOf(node) && text.includes("\n")
      ? cut(text, endOf(node), endOf(node), `,${eolOf(text)}${indentAt(text, node.offset)}`)
      : undefined,
  "a comment after the last": (text, node, parent) =>
    endOf(last(parent)!) === endOf(node) && text.includes("\n")
      ? cut(text, endOf(node), endOf(node), ` // note${eolOf(text)}${indentAt(text, node.offset)}`)
      : undefined,
  "a half-typed name before": (text, node) =>
    node.key === undefined ? undefined : cut(text, keyOffset(text, node), keyOffset(text, node), '"fa ', 3),
  "a half-typed word before": (text, node) =>
    node.key === undefined ? undefined : cut(text, keyOffset(text, node), keyOffset(text, node), "fa ", 2),
  "a half-typed name after the last": (text, node, parent) =>
    node.key !== undefined && endOf(last(parent)!) === endOf(node) && text.includes("\n")
      ? cut(text, endOf(node), endOf(node), `,${eolOf(text)}${indentAt(text, node.offset)}"fa`)
      : undefined,
  "nothing behind": (text, node) =>
    node.type === "string" ? cut(text, node.offset, text.length, '"') : undefined,
  "a new line and nothing behind": (text, node) =>
    cut(text, endOf(node), text.length, `,${eolOf(text)}${indentAt(text, node.offset)}`),
  "a new line before": (text, node) => (node.key === undefined ? undefined : lineBefore(text, node)),
};

function lineBefore(text: string, node: JsonNode): Draft | undefined {
  const start = text.lastIndexOf("\n", node.offset) + 1;
  const indent = indentAt(text, node.offset);
  return start === 0 || !text.slice(start, node.offset).trimStart().startsWith(`"${node.key}"`)
    ? undefined
    : cut(text, start, start, indent + eolOf(text), indent.length);
}

const keyOffset = (text: string, node: JsonNode): number => text.lastIndexOf(`"${node.key}"`, node.offset);
const nameOf = ({ path }: JsonNode): string =>
  String(path.findLast((step) => typeof step === "string") ?? "");
const isLeaf = (node: JsonNode): boolean => node.type !== "object" && node.type !== "array";
const children = (node: JsonNode): readonly JsonNode[] => (node.type === "array" ? node.items : node.members);
const last = (node: JsonNode): JsonNode | undefined => children(node).at(-1);
const previous = (node: JsonNode, parent: JsonNode): JsonNode | undefined =>
  children(parent)[children(parent).findIndex(({ offset }) => offset === node.offset) - 1];
const eolOf = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");
const indentAt = (text: string, offset: number): string =>
  /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", offset) + 1))![0];

function draftsOf(document: EcsDocument, breakage: Breakage): Map<string, Draft> {
  const drafts = new Map<string, Draft>();
  const visit = (node: JsonNode, parent: JsonNode): void => {
    const kind = node.path.join("/").replaceAll(/\b\d+\b/g, "*");
    const draft = node.isDynamic || drafts.has(kind) ? undefined : breakage(document.text, node, parent);
    if (draft) drafts.set(kind, { ...draft, kept: leavesWithout(document.text, node) });
    for (const child of children(node)) visit(child, node);
  };
  if (document.file) for (const child of children(document.file)) visit(child, document.file);
  return drafts;
}

function leavesWithout(text: string, node: JsonNode): ReadonlyMap<string, number> {
  const counts = leavesOf(parse(text));
  const inside = leavesOf(parse(text.slice(node.offset, endOf(node))), nameOf(node));
  for (const [leaf, count] of inside) counts.set(leaf, counts.get(leaf)! - count);
  return counts;
}

function errorsIn(text: string): ParseError[] {
  const errors: ParseError[] = [];
  parse(text, errors, { allowTrailingComma: false, disallowComments: false });
  return errors;
}

/** The brackets that a text leaves open, closed. */
function closed(text: string): string {
  const open: string[] = [];
  for (const [token] of text.matchAll(/"(?:\\.|[^"\\\n])*"|\/\/.*|\/\*[\s\S]*?\*\/|[[\]{}]/g)) {
    if (token === "{" || token === "[") open.push(token === "{" ? "}" : "]");
    else if (token === "}" || token === "]") open.pop();
  }
  return text + open.reverse().join("");
}

/** How often each name and plain value stands in a text. */
function leavesOf(value: unknown, key = "", counts = new Map<string, number>()): Map<string, number> {
  if (typeof value === "object" && value !== null)
    for (const [name, child] of Object.entries(value))
      leavesOf(child, Array.isArray(value) ? key : name, counts);
  else
    counts.set(`${key}: ${JSON.stringify(value)}`, (counts.get(`${key}: ${JSON.stringify(value)}`) ?? 0) + 1);
  return counts;
}

/**
 * What has to stay where an item is accepted: all but the value of the member that it says to set, which has
 * to be there.
 */
function keptBeside(
  { detail }: CompletionItem,
  kept: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const [, name, value] = /; sets (\w+) to (\d+)$/.exec(detail ?? "") ?? [];
  if (name === undefined || value === undefined) return kept;
  const old = [...kept].filter(([leaf]) => leaf.startsWith(`${name}: "`));
  return new Map([
    ...kept,
    ...old.map(([leaf, count]) => [leaf, count - 1] as const),
    [`${name}: ${JSON.stringify(value)}`, 1],
  ]);
}

/** What is wrong with the text that an item was accepted in. */
function faultIn(text: string, original: string, kept: ReadonlyMap<string, number>): string | undefined {
  const [error] = errorsIn(text);
  if (error)
    return `does not parse at …${JSON.stringify(text.slice(Math.max(0, error.offset - 40), error.offset + 20))}…`;
  if (original.includes("\r\n") && /[^\r]\n/.test(text)) return "mixes line ends";
  if (original.includes("\n\t") && !original.includes("\n  ") && text.includes("\n  "))
    return "mixes indentation";
  const left = leavesOf(parse(text));
  const lost = [...kept].find(([leaf, count]) => (left.get(leaf) ?? 0) < count);
  return lost && `loses ${lost[0]}`;
}

const variants: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  "with CRLF": (text) => text.replaceAll(/\r?\n/g, "\r\n"),
  "with tabs": (text) => text.replaceAll(/^( {2})+/gm, (indent) => "\t".repeat(indent.length / 2)),
};

describe("Accepting a completion while a file is being written", () => {
  for (const { name, text: written } of realisticFiles(Number(process.env["CORPUS_SHARE"] ?? 80)))
    for (const [variant, change] of Object.entries(variants)) {
      const text = change(written);
      if (errorsIn(text).length > 0) continue;
      it(`mends ${name}, ${variant}`, () => {
        const service = createLanguageService();
        const original = service.parse(`file:///workspace/${name}`, text);
        const faults: string[] = [];
        for (const [situation, breakage] of Object.entries(breakages))
          for (const [kind, draft] of draftsOf(original, breakage)) {
            const document = service.parse(original.uri, draft.text);
            service.workspace.set(document);
            for (const item of service.complete(document, document.lines.positionAt(draft.offset))) {
              const accepted = accept(document.lines, item, "text");
              const fault = situation.endsWith("nothing behind")
                ? faultIn(closed(accepted), text, new Map())
                : faultIn(accepted, text, keptBeside(item, draft.kept!));
              if (fault !== undefined) faults.push(`${situation} at ${kind}: ${item.label} ${fault}`);
            }
          }
        assert.deepEqual(faults, []);
      });
    }
});
