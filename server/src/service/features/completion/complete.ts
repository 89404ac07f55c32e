import type { CompletionItem, Position } from "vscode-languageserver-types";
import type { LookupValue } from "../../../protocol.ts";
import { type Definition, definitionAt, type EcsDocument } from "../../documents/ecsDocument.ts";
import type { WorkspaceIndex } from "../../documents/workspaceIndex.ts";
import { findPlaceholders } from "../../syntax/placeholders.ts";
import { countWhile } from "../../syntax/sorted.ts";
import { withCompanions } from "./companions.ts";
import { type Cursor, cursorAt } from "./cursor.ts";
import { guestItemMaker } from "./guestItem.ts";
import { guestSiteAt } from "./guestSite.ts";
import { itemMaker } from "./item.ts";
import { keepsText } from "./keepsText.ts";
import { CursorSite } from "./cursorSite.ts";
import { propertyCompletions } from "./properties.ts";
import { spelled } from "./spelled.ts";
import { nameOf, type Suggestion, valueOf } from "./suggestion.ts";
import { valueCompletions } from "./values.ts";

/**
 * What may stand at a position: members of the object there, or values that fit their neighbours.
 *
 * @param live values of the user's account that may stand there
 * @param typed the character that made the editor ask; absent when the user asked
 */
export function complete(
  document: EcsDocument,
  position: Position,
  workspace: WorkspaceIndex,
  typed?: string,
  live: readonly LookupValue[] = [],
): CompletionItem[] {
  const guest = isOwn(document)
    ? undefined
    : guestSiteAt(document, document.lines.offsetAt(position), workspace);
  const site = guest?.site ?? siteAt(document, position, workspace);
  if (!site || isUnwanted(site.cursor, typed)) return [];
  const isForeignSyntax = guest !== undefined && document.syntax !== "json";
  const toItem = isForeignSyntax ? guestItemMaker(guest) : itemMaker(site.definition, site.cursor);
  // Template text can be such that no token is what it seems to be, and YAML what no cursor foresees.
  const isTried = document.isTemplate || (isForeignSyntax && document.syntaxErrors.length === 0);
  const tried = isForeignSyntax && site.cursor.expects === "key" ? [standIn, blockStandIn] : [standIn];
  if (isTried && !tried.every((each) => keepsText(document, toItem(each, 0)))) return [];
  return withoutRepetition(suggestionsAt(site, live))
    .map((suggestion) => withCompanions(suggestion, site))
    .flatMap((suggestion) => spelled(suggestion, site) ?? [])
    .map(toItem);
}

/** Members or values, those of the user's account first. */
function suggestionsAt(site: CursorSite, live: readonly LookupValue[]): readonly Suggestion[] {
  if (site.cursor.expects === "key") return propertyCompletions(site);
  return [...live.map(({ value, detail }) => nameOf(value, detail)), ...valueCompletions(site)];
}

/** True for JSON as the API takes it, which is completed however broken it is. */
function isOwn({ syntax, definitions }: EcsDocument): boolean {
  return syntax === "json" && definitions.every(({ paths }) => !paths);
}

/** Something short in place of what will be suggested: a text in quotes, behind which nothing may go on. */
const standIn: Suggestion = { ...valueOf("0"), label: "x" };

/** The same in blocks on lines of their own, which do not go into brackets. */
const blockStandIn: Suggestion = { ...standIn, template: [{ x: "0" }] };

function withoutRepetition(suggestions: readonly Suggestion[]): Suggestion[] {
  const labels = new Set<string>();
  return suggestions.filter(({ label }) => !labels.has(label) && labels.add(label));
}

/** The place of a position in the definition of a file; undefined where nothing is to be completed. */
export function siteAt(
  document: EcsDocument,
  position: Position,
  workspace: WorkspaceIndex,
): CursorSite | undefined {
  const offset = document.lines.offsetAt(position);
  if (!isOwn(document)) return guestSiteAt(document, offset, workspace)?.site;
  const definition = definitionAt(document, offset);
  if (!definition?.abilities.complete) return undefined;
  const isFaultless = document.syntaxErrors.length === 0 && !document.isTemplate;
  const cursor = cursorAt(document.parsedText, offset, isFaultless ? document.file : undefined);
  if (touchesTemplate(document, cursor, offset)) return undefined;
  const inside = withinDefinition(definition, cursor);
  return inside && inside.expects !== "nothing" ? new CursorSite(definition, inside, workspace) : undefined;
}

/** True inside of template text and placeholders, and where one of them would be replaced. */
function touchesTemplate({ templates, text }: EcsDocument, { replace }: Cursor, offset: number): boolean {
  const end = replace.offset + replace.length;
  const next =
    templates[countWhile(templates, (template) => template.offset + template.length <= replace.offset)];
  const isAround = next !== undefined && next.offset < offset && offset < next.offset + next.length;
  if (isAround || (next !== undefined && next.offset < end)) return true;
  const inQuotes = findPlaceholders(text.slice(replace.offset, end));
  return inQuotes.some(
    (found) =>
      replace.offset + found.offset < offset && offset < replace.offset + found.offset + found.length,
  );
}

/** True where a typed character is no question: the quote that ends a value, a space between members. */
function isUnwanted(cursor: Cursor, typed: string | undefined): boolean {
  if (typed === undefined) return false;
  return cursor.lacksComma || (typed === " " && cursor.expects === "key");
}

/** The cursor with its path counted from the definition, which may stand in a wrapper. */
function withinDefinition({ root }: Definition, cursor: Cursor): Cursor | undefined {
  const prefix = root?.path ?? [];
  return prefix.every((step, index) => cursor.path[index] === step)
    ? { ...cursor, path: cursor.path.slice(prefix.length) }
    : undefined;
}
