import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Position,
  type Range,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import type { EcsDocument } from "../documents/ecsDocument.ts";
import { symbolsOf } from "../model/documentSymbols.ts";
import { familyOf } from "../model/ecsService.ts";
import type { SymbolOccurrence } from "../model/symbols.ts";
import { familyOfDocument, type WorkspaceIndex } from "../documents/workspaceIndex.ts";

/** A name in one of the documents that share it. */
interface Place {
  readonly document: EcsDocument;
  readonly occurrence: SymbolOccurrence;
}

/** Where the name under the cursor is given: in this file, or in the task definition that a service names. */
export function definition(document: EcsDocument, position: Position, workspace: WorkspaceIndex): Location[] {
  const family = familyAt(document, position);
  if (family !== undefined) return workspace.taskDefinitions(family, document.uri).map(familyLocation);
  return placesAt(document, position, workspace)
    .filter(({ occurrence }) => occurrence.role === "definition")
    .map(toLocation);
}

/** Every place of the name under the cursor, in a task definition and in the services of the workspace that run it. */
export function references(
  document: EcsDocument,
  position: Position,
  workspace: WorkspaceIndex,
  includeDefinition: boolean,
): Location[] {
  const family = familyAt(document, position);
  if (family !== undefined) return familyPlaces(document, family, workspace, includeDefinition);
  return placesAt(document, position, workspace)
    .filter(({ occurrence }) => includeDefinition || occurrence.role === "reference")
    .map(toLocation);
}

export function highlights(document: EcsDocument, position: Position): DocumentHighlight[] {
  const symbols = symbolsOf(document);
  const found = symbols.at(document.lines.offsetAt(position));
  return (found ? symbols.occurrencesOf(found.kind, found.name) : []).map(({ span, role }) => ({
    range: document.rangeOf(span),
    kind: role === "definition" ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

/** What a rename would replace; undefined where no name stands, or one that is known only after substitution. */
export function prepareRename(
  document: EcsDocument,
  position: Position,
): { range: Range; placeholder: string } | undefined {
  const found = symbolsOf(document).at(document.lines.offsetAt(position));
  return found && !found.node.isDynamic
    ? { range: document.rangeOf(found.span), placeholder: found.name }
    : undefined;
}

/** Why a new name is not acceptable for what the cursor is on; undefined when it is. */
export function refuseName(
  document: EcsDocument,
  position: Position,
  newName: string,
  workspace: WorkspaceIndex,
): string | undefined {
  if (!/^[\w-]{1,255}$/.test(newName))
    return `ECS takes letters, digits, "-" and "_" in names, at most 255 characters.`;
  const found = symbolsOf(document).at(document.lines.offsetAt(position));
  if (!found || found.name === newName) return undefined;
  const isTaken = related(document, workspace).some((other) =>
    symbolsOf(other).definition(found.kind, newName),
  );
  return isTaken ? `There is a ${found.kind} "${newName}" already.` : undefined;
}

export function rename(
  document: EcsDocument,
  position: Position,
  newName: string,
  workspace: WorkspaceIndex,
): WorkspaceEdit {
  const changes: NonNullable<WorkspaceEdit["changes"]> = {};
  for (const { document: other, occurrence } of placesAt(document, position, workspace)) {
    (changes[other.uri] ??= []).push({ range: other.rangeOf(occurrence.span), newText: newName });
  }
  return { changes };
}

function placesAt(document: EcsDocument, position: Position, workspace: WorkspaceIndex): Place[] {
  const found = symbolsOf(document).at(document.lines.offsetAt(position));
  if (!found || found.node.isDynamic) return [];
  return related(document, workspace).flatMap((other) =>
    symbolsOf(other)
      .occurrencesOf(found.kind, found.name)
      .map((occurrence) => ({ document: other, occurrence })),
  );
}

/** The documents that share their names with this one: a task definition and the services that run its family. */
function related(document: EcsDocument, workspace: WorkspaceIndex): readonly EcsDocument[] {
  const family = familyOfDocument(document) ?? familyOf(document.root?.get("taskDefinition")?.string);
  if (family === undefined) return [document];
  const task =
    document.kind === "task-definition" ? document : workspace.taskDefinitions(family, document.uri)[0];
  const services = task
    ? workspace
        .servicesOf(family)
        .filter(({ uri }) => workspace.taskDefinitions(family, uri)[0]?.uri === task.uri)
    : [];
  return [...new Set([document, ...(task ? [task] : []), ...services])];
}

/** The family under the cursor: where a task definition gives it, or a service names it. */
function familyAt(document: EcsDocument, position: Position): string | undefined {
  const node = document.root?.get(document.kind === "task-definition" ? "family" : "taskDefinition");
  const offset = document.lines.offsetAt(position);
  const isInside = node !== undefined && node.offset <= offset && offset <= node.offset + node.length;
  return isInside ? familyOf(node.string) : undefined;
}

/** The task definitions of a family, and the services that run it. */
function familyPlaces(
  document: EcsDocument,
  family: string,
  workspace: WorkspaceIndex,
  includeDefinition: boolean,
): Location[] {
  const definitions = includeDefinition
    ? workspace.taskDefinitions(family, document.uri).map(familyLocation)
    : [];
  const uses = workspace
    .servicesOf(family)
    .map((service) => ({ uri: service.uri, range: service.rangeOf(service.root!.get("taskDefinition")!) }));
  return [...definitions, ...uses];
}

function familyLocation(document: EcsDocument): Location {
  return { uri: document.uri, range: document.rangeOf(document.root!.get("family")!) };
}

function toLocation({ document, occurrence }: Place): Location {
  return { uri: document.uri, range: document.rangeOf(occurrence.span) };
}
