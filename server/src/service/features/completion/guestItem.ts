import {
  type CompletionItem,
  CompletionItemTag,
  InsertTextFormat,
  InsertTextMode,
  type TextEdit,
} from "vscode-languageserver-types";
import type { Definition } from "../../documents/ecsDocument.ts";
import { insertMember } from "../../rules/kit/fix.ts";
import type { Span } from "../../syntax/jsonNode.ts";
import { yamlStyle } from "../../syntax/yaml/printYaml.ts";
import { TextLines } from "../../syntax/written/textLines.ts";
import { plainNotation, snippetNotation } from "../scaffolds/notation.ts";
import { hasStops, Stop, type Template, TextWithStops } from "../scaffolds/template.ts";
import type { GuestCursor, GuestSite } from "./guestSite.ts";
import { type GuestLayout, type GuestPrinter, hclPrinter, yamlPrinter } from "./guestText.ts";
import { shownAs } from "./shownAs.ts";
import type { Suggestion } from "./suggestion.ts";

/** Turns suggestions into items for YAML and HCL. */
export function guestItemMaker({
  site,
  written,
}: GuestSite): (suggestion: Suggestion, index: number) => CompletionItem {
  const { definition } = site;
  const { document } = definition;
  const place = placeIn(document.text, written);
  const isName = site.cursor.expects === "key";
  return (suggestion, index) => {
    const { kind, isDeprecated, template, label, beside = {}, atTop = {}, sets = {} } = suggestion;
    const isSnippet = !place.hasValue && [template, ...Object.values(beside)].some(hasStops);
    const notation = isSnippet ? snippetNotation() : plainNotation;
    const print = written.syntax === "yaml" ? yamlPrinter(notation) : hclPrinter(notation, place.assign);
    const newText = isName
      ? place.hasValue
        ? label
        : membersText({ [label]: template, ...beside }, place.layout, print)
      : place.valueText(print, template);
    const further = [...topMembers(definition, atTop), ...topMembers(definition, sets)];
    return {
      ...shownAs(suggestion),
      kind,
      ...(isDeprecated && { tags: [CompletionItemTag.Deprecated] }),
      sortText: String(index).padStart(4, "0"),
      filterText: place.quote + (suggestion.filter ?? label),
      insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      insertTextMode: InsertTextMode.asIs,
      textEdit: { range: document.rangeOf(rangeFor(newText, place.replace, document.text)), newText },
      ...(further.length > 0 && { additionalTextEdits: further }),
    };
  };
}

/** What is on lines of its own leaves no blanks behind on the line before. */
function rangeFor(newText: string, replace: Span, text: string): Span {
  if (!/^\r?\n/.test(newText)) return replace;
  const start = text.slice(0, replace.offset).trimEnd().length;
  return { offset: start, length: replace.offset + replace.length - start };
}

interface Place {
  readonly replace: Span;
  readonly layout: GuestLayout;
  /** True where only the name is to be replaced. */
  readonly hasValue: boolean;
  /** The quote that is typed already. */
  readonly quote: string;
  /** What stands between a name and its value, in HCL. */
  readonly assign: string;
  readonly valueText: (print: GuestPrinter, template: Template) => string;
}

function placeIn(text: string, { syntax, cursor }: GuestCursor): Place {
  const lines = new TextLines(text);
  const { offset, length } = cursor.replace;
  const rest = text.slice(offset + length, lines.nextLine(offset + length)).trimStart();
  const quote = /^["']/.exec(text.slice(offset, offset + length))?.[0] ?? "";
  const before = /[:=,]$/.test(text.slice(0, offset)) ? " " : "";
  if (syntax === "yaml") {
    const style = yamlStyle(lines);
    const column = cursor.isEntry ? cursor.column : lines.lineIndent(offset).length;
    const layout = { ...style, indent: " ".repeat(column), isMultiline: !cursor.isInBrackets };
    return {
      replace: cursor.replace,
      layout,
      quote,
      assign: "",
      hasValue: cursor.expects === "key" && rest.startsWith(":"),
      valueText: (print, template) => yamlValue(print, template, { layout, cursor, before, lines }),
    };
  }
  const unit = /\n([ \t]+)\S/.exec(text)?.[1] ?? "  ";
  const layout = {
    eol: lines.eol,
    indent: lines.lineIndent(offset),
    unit,
    listIndent: unit,
    isMultiline: true,
  };
  return {
    replace: cursor.replace,
    layout,
    quote,
    assign: assignIn(text, cursor.container),
    hasValue: /^(?:=(?!=)|:)/.test(rest),
    valueText: (print, template) => before + print.value(template, layout),
  };
}

/** Objects and lists go on lines of their own below a name. */
function yamlValue(
  print: GuestPrinter,
  template: Template,
  {
    layout,
    cursor,
    before,
    lines,
  }: {
    readonly layout: GuestLayout;
    readonly cursor: Extract<GuestCursor, { syntax: "yaml" }>["cursor"];
    readonly before: string;
    readonly lines: TextLines;
  },
): string {
  const isContainer =
    typeof template === "object" && !(template instanceof Stop) && !(template instanceof TextWithStops);
  if (!isContainer || cursor.isInBrackets || cursor.isEntry) return before + print.value(template, layout);
  const start = lines.lineStart(cursor.replace.offset);
  const name = /^[ ]*(?:- +)*/.exec(lines.text.slice(start, cursor.replace.offset))![0].length;
  const indent = " ".repeat(name) + (Array.isArray(template) ? layout.listIndent : layout.unit);
  return layout.eol + indent + print.value(template, { ...layout, indent });
}

/** How members of the object around the cursor are written: `name = value`, or `"name": value`. */
function assignIn(text: string, container: number | undefined): string {
  const inside = text.slice(container ?? 0, (container ?? 0) + 200);
  return /^\{\s*"[^"\n]*"\s*:/.test(inside) ? ": " : " = ";
}

function membersText(
  members: Readonly<Record<string, Template>>,
  layout: GuestLayout,
  print: GuestPrinter,
): string {
  const separator = layout.isMultiline ? layout.eol + layout.indent : ", ";
  return Object.entries(members)
    .map(([name, template]) => print.member(name, template, layout))
    .join(separator);
}

/** Gives members of the definition values, where the file as it is lets them be written. */
export function topMembers(
  { root, document }: Definition,
  members: Readonly<Record<string, Template>>,
): readonly TextEdit[] {
  if (!root) return [];
  const edits = Object.entries(members).flatMap(([name, template]) =>
    insertMember(root, name, plainValue(template), "networkMode"),
  );
  const replacements = edits.length > 0 ? (document.writer.write(edits) ?? []) : [];
  return replacements.map((each) => ({ range: document.rangeOf(each), newText: each.text }));
}

/** What a template is without its stops: at each the likeliest. */
function plainValue(template: Template): unknown {
  if (template instanceof Stop) return template.proposals[0] ?? "";
  if (template instanceof TextWithStops)
    return template.pieces.map((piece) => (typeof piece === "string" ? piece : plainValue(piece))).join("");
  if (Array.isArray(template)) return (template as readonly Template[]).map(plainValue);
  if (typeof template !== "object") return template;
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, plainValue(value)]));
}
