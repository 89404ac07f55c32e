import {
  type CompletionItem,
  CompletionItemTag,
  InsertTextFormat,
  InsertTextMode,
  type TextEdit,
} from "vscode-languageserver-types";
import type { Definition, EcsDocument } from "../../documents/ecsDocument.ts";
import type { Span } from "../../syntax/jsonNode.ts";
import type { Cursor } from "./cursor.ts";
import { topMembers } from "./guestItem.ts";
import { layoutAt } from "./layout.ts";
import { fitsOnOneLine, type Layout, type Printer, printPlain, snippetPrinter } from "../scaffolds/print.ts";
import { shownAs } from "./shownAs.ts";
import type { Suggestion } from "./suggestion.ts";
import { hasStops, type Template } from "../scaffolds/template.ts";

/** Turns suggestions into items whose text fits where the cursor is: quotes, commas, white space. */
export function itemMaker(
  definition: Definition,
  cursor: Cursor,
): (suggestion: Suggestion, index: number) => CompletionItem {
  const { document } = definition;
  const layout = layoutAt(document, cursor);
  const surroundings = surroundingsOf(document, cursor);
  return (suggestion, index) => {
    const { kind, isDeprecated, template, beside = {}, atTop = {}, sets = {} } = suggestion;
    const isSnippet = !surroundings.hasColon && [template, ...Object.values(beside)].some(hasStops);
    const further = [
      ...(surroundings.commaAbove ? [surroundings.commaAbove] : []),
      ...(definition.paths
        ? topMembers(definition, { ...atTop, ...sets })
        : [...insertAtTop(definition, atTop), ...replaceAtTop(definition, sets)]),
    ];
    const { range, newText } = edit(suggestion, isSnippet ? snippetPrinter() : printPlain);
    return {
      ...shownAs(suggestion),
      kind,
      ...(isDeprecated && { tags: [CompletionItemTag.Deprecated] }),
      sortText: String(index).padStart(4, "0"),
      filterText: filterText(suggestion, cursor),
      insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      insertTextMode: InsertTextMode.asIs,
      textEdit: { range: document.rangeOf(range), newText },
      ...(further.length > 0 && { additionalTextEdits: further }),
    };
  };

  function edit(suggestion: Suggestion, print: Printer): { range: Span; newText: string } {
    const { replace, before, after, hasColon, hollow } = surroundings;
    if (hollow && layout.isMultiline && !fitsOnOneLine(suggestion.template)) {
      const inner = { ...layout, indent: layout.indent + layout.unit };
      return {
        range: hollow,
        newText: layout.eol + inner.indent + write(suggestion, inner, print) + layout.eol + layout.indent,
      };
    }
    const text = hasColon ? JSON.stringify(suggestion.label) : write(suggestion, layout, print);
    return { range: replace, newText: before + text + after };
  }

  function write({ label, template, beside = {} }: Suggestion, at: Layout, print: Printer): string {
    return cursor.expects === "key"
      ? writeMembers({ [label]: template, ...beside }, at, print)
      : print(template, at);
  }
}

function writeMembers(members: Readonly<Record<string, Template>>, layout: Layout, print: Printer): string {
  const separator = layout.isMultiline ? `,${layout.eol}${layout.indent}` : ", ";
  const written = Object.entries(members).map(
    ([name, value]) => `${print(name, layout)}: ${print(value, layout)}`,
  );
  return written.join(separator);
}

/** Puts members before the containers of a definition. */
function insertAtTop(
  { root, document }: Definition,
  members: Readonly<Record<string, Template>>,
): TextEdit[] {
  const before = root?.get("containerDefinitions")?.keySpan;
  if (!before || Object.keys(members).length === 0) return [];
  const { text } = document;
  const lineStart = text.lastIndexOf("\n", before.offset - 1) + 1;
  const indent = text.slice(lineStart, before.offset);
  const isMultiline = lineStart > 0 && indent.trim() === "";
  const layout = { isMultiline, indent, unit: "", eol: text.includes("\r\n") ? "\r\n" : "\n" };
  const newText = `${writeMembers(members, layout, printPlain)},${isMultiline ? layout.eol + indent : " "}`;
  return [{ range: document.rangeOf({ offset: before.offset, length: 0 }), newText }];
}

/** Gives members of a definition other values. */
function replaceAtTop({ root, document }: Definition, members: Readonly<Record<string, string>>): TextEdit[] {
  return Object.entries(members).flatMap(([name, value]) => {
    const node = root?.get(name);
    return node ? [{ range: document.rangeOf(node), newText: JSON.stringify(value) }] : [];
  });
}

/** What stands around the cursor, as far as the inserted text has to fit to it. */
interface Surroundings {
  /** What the inserted text replaces. */
  readonly replace: Span;
  readonly before: string;
  readonly after: string;
  /** The comma that the line above lacks. */
  readonly commaAbove: TextEdit | undefined;
  /** True when only a member's name is to be replaced: its value is there already. */
  readonly hasColon: boolean;
  /** The white space between the brackets of an empty object or list, when that is all on one line. */
  readonly hollow: Span | undefined;
}

function surroundingsOf(document: EcsDocument, cursor: Cursor): Surroundings {
  const { parsedText: text } = document;
  const { replace, replacesNext, lacksComma, previousEnd, expects } = cursor;
  const end = replace.offset + replace.length;
  const gap = document.text.slice(previousEnd, replace.offset);
  // A comma is not put across a comment or template text.
  const isCommaHere = lacksComma && /^[^\S\n\r]*$/.test(gap);
  const rest = text.slice(end).replace(/^(?:\s|\/\/[^\n\r]*[\n\r]|\/\*[\s\S]*?\*\/)*/, "");
  return {
    replace: isCommaHere ? { offset: previousEnd, length: end - previousEnd } : replace,
    before: isCommaHere
      ? ", "
      : (replace.length === 0 || replacesNext) && /[:,]/.test(text[replace.offset - 1] ?? "")
        ? " "
        : "",
    after: /^["{[\w-]/.test(rest) ? "," : "",
    commaAbove:
      lacksComma && !isCommaHere
        ? { range: document.rangeOf({ offset: previousEnd, length: 0 }), newText: "," }
        : undefined,
    hasColon: expects === "key" && rest.startsWith(":"),
    hollow: hollowOf(text, cursor),
  };
}

function hollowOf(text: string, { isEmpty, container }: Cursor): Span | undefined {
  if (!isEmpty || container === undefined) return undefined;
  const white = /^[ \t]*(?=[\]}])/.exec(text.slice(container + 1))?.[0];
  return white === undefined ? undefined : { offset: container + 1, length: white.length };
}

/** Editors compare what is typed, quotes included, with the filter text. */
function filterText({ label, filter }: Suggestion, { replace }: Cursor): string {
  return replace.length === 0 ? (filter ?? label) : JSON.stringify(filter ?? label);
}
