import { type CompletionItem, CompletionItemTag, InsertTextFormat, type Position } from "vscode-languageserver-types";
import type { EcsDocument } from "../../ecsDocument.ts";
import type { WorkspaceIndex } from "../../workspaceIndex.ts";
import { type Cursor, cursorAt } from "./cursor.ts";
import { Place } from "./place.ts";
import { propertyCompletions } from "./properties.ts";
import type { Suggestion } from "./suggestion.ts";
import { valueCompletions } from "./values.ts";

/** What may stand at a position: members of the object there, or values that fit their neighbours. */
export function complete(document: EcsDocument, position: Position, workspace: WorkspaceIndex): CompletionItem[] {
  const offset = document.lines.offsetAt(position);
  const cursor = cursorAt(document.parsedText, offset);
  const inside = withinDefinition(document, cursor);
  if (!inside || cursor.expects === "nothing") return [];
  const place = new Place(document, inside, workspace);
  const suggestions = cursor.expects === "key" ? propertyCompletions(place) : valueCompletions(place);
  const frame = frameOf(document, cursor);
  return suggestions.map((suggestion, index) => toItem(document, inside, suggestion, frame, index));
}

/** The cursor with its path counted from the definition, which may stand in a wrapper. */
function withinDefinition(document: EcsDocument, cursor: Cursor): Cursor | undefined {
  const prefix = document.root?.path ?? [];
  return prefix.every((step, index) => cursor.path[index] === step) ? { ...cursor, path: cursor.path.slice(prefix.length) } : undefined;
}

/** The commas that inserting needs before and after. */
function frameOf({ parsedText }: EcsDocument, cursor: Cursor): { before: string; after: string } {
  const rest = parsedText.slice(cursor.replace.offset + cursor.replace.length).replace(/^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*/, "");
  return { before: cursor.lacksComma ? "," : "", after: /^["{[\w-]/.test(rest) ? "," : "" };
}

function toItem(document: EcsDocument, cursor: Cursor, suggestion: Suggestion, frame: { before: string; after: string }, index: number): CompletionItem {
  const { label, insert, isSnippet, kind, detail, documentation, isDeprecated } = suggestion;
  const isKeyOnly = cursor.expects === "key" && hasColon(document, cursor);
  const newText = isKeyOnly ? JSON.stringify(label) : frame.before + insert + frame.after;
  return {
    label,
    kind,
    ...(detail !== undefined && { detail }),
    ...(documentation !== undefined && { documentation: { kind: "markdown" as const, value: documentation } }),
    ...(isDeprecated && { tags: [CompletionItemTag.Deprecated] }),
    sortText: String(index).padStart(4, "0"),
    // Editors compare what is typed, quotes included, with the filter text.
    filterText: cursor.typed === "" && cursor.replace.length === 0 ? label : JSON.stringify(label),
    insertTextFormat: isSnippet && !isKeyOnly ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: document.rangeOf(cursor.replace), newText },
  };
}

/** True when only a member's name is to be replaced: its value is there already. */
function hasColon({ parsedText }: EcsDocument, { replace }: Cursor): boolean {
  return /^\s*:/.test(parsedText.slice(replace.offset + replace.length));
}
