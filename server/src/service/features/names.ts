import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Position,
  type Range,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import { type Definition, definitionAt, type EcsDocument } from "../documents/ecsDocument.ts";
import type { JsonNode, Span } from "../syntax/jsonNode.ts";
import { symbolsOf } from "../model/documentSymbols.ts";
import { familyOf } from "../model/ecsService.ts";
import type { SymbolOccurrence } from "../model/symbols.ts";
import { taskDefinitionOf } from "../documents/taskDefinitionOf.ts";
import { familyOfDefinition, type WorkspaceIndex } from "../documents/workspaceIndex.ts";

/** A name in one of the definitions that share it. */
interface Place {
  readonly definition: Definition;
  readonly occurrence: SymbolOccurrence;
}

/** A cursor in a definition. */
interface Site {
  readonly definition: Definition;
  readonly offset: number;
}

/**
 * Where the name under the cursor is given: in this definition, or in the task definition that a service
 * names.
 */
export function definition(document: EcsDocument, position: Position, workspace: WorkspaceIndex): Location[] {
  const site = siteAt(document, position);
  if (!site) return [];
  const family = familyAt(site);
  if (family !== undefined) return workspace.taskDefinitions(family, document.uri).map(familyLocation);
  const resource = resourceAt(site, workspace);
  if (resource) return [locationOf(resource, resource.root!.opening)];
  return placesAt(site, workspace)
    .filter(({ occurrence }) => occurrence.role === "definition")
    .map(toLocation);
}

/**
 * Every place of the name under the cursor, in a task definition and in the services of the workspace that
 * run it.
 */
export function references(
  document: EcsDocument,
  position: Position,
  workspace: WorkspaceIndex,
  includeDefinition: boolean,
): Location[] {
  const site = siteAt(document, position);
  if (!site) return [];
  const family = familyAt(site);
  if (family !== undefined) return familyPlaces(document, family, workspace, includeDefinition);
  return placesAt(site, workspace)
    .filter(({ occurrence }) => includeDefinition || occurrence.role === "reference")
    .map(toLocation);
}

export function highlights(document: EcsDocument, position: Position): DocumentHighlight[] {
  const site = siteAt(document, position);
  const found = site && nameAt(site);
  if (!found) return [];
  return symbolsOf(site.definition)
    .occurrencesOf(found.kind, found.name)
    .map(({ span, role }) => ({
      range: document.rangeOf(span),
      kind: role === "definition" ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
}

/**
 * What a rename would replace; undefined where no name stands, or one that is known only after substitution.
 */
export function prepareRename(
  document: EcsDocument,
  position: Position,
): { range: Range; placeholder: string } | undefined {
  const site = siteAt(document, position);
  const found = site && nameAt(site);
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
  const site = siteAt(document, position);
  const found = site && nameAt(site);
  if (!found || found.name === newName) return undefined;
  const isTaken = related(site.definition, workspace).some((other) =>
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
  const site = siteAt(document, position);
  for (const place of site ? placesAt(site, workspace) : []) {
    const { uri, rangeOf } = place.definition.document;
    (changes[uri] ??= []).push({
      range: rangeOf(place.occurrence.span),
      newText: asName(newName, place.occurrence.node),
    });
  }
  return { changes };
}

/**
 * A name as it is put in the place of another: without quotes, some names would be numbers or truth values.
 */
function asName(name: string, node: JsonNode): string {
  const isBare = node.source.syntax === "yaml" && node.content.length === node.length;
  return isBare && /^(?:[\d_-]+(?:e\d+)?|0x[\da-f]+|y|n|yes|no|on|off|true|false|null)$/i.test(name)
    ? `"${name}"`
    : name;
}

function siteAt(document: EcsDocument, position: Position): Site | undefined {
  const offset = document.lines.offsetAt(position);
  const found = definitionAt(document, offset);
  return found && { definition: found, offset };
}

function nameAt(site: Site): SymbolOccurrence | undefined {
  return symbolsOf(site.definition).at(site.offset);
}

function placesAt(site: Site, workspace: WorkspaceIndex): Place[] {
  const found = nameAt(site);
  if (!found || found.node.isDynamic) return [];
  return related(site.definition, workspace).flatMap((other) =>
    symbolsOf(other)
      .occurrencesOf(found.kind, found.name)
      .map((occurrence) => ({ definition: other, occurrence })),
  );
}

/**
 * The definitions that share their names with this one: a task definition and the services that run its
 * family.
 */
function related(definition: Definition, workspace: WorkspaceIndex): readonly Definition[] {
  const task = definition.kind === "task-definition" ? definition : taskDefinitionOf(definition, workspace);
  if (!task) return [definition];
  const family = familyOfDefinition(task);
  const services = [
    ...(family === undefined ? [] : workspace.servicesOf(family)),
    ...workspace.definitions.filter(({ runs }) => runs !== undefined && runs === task.id),
  ].filter((service) => taskDefinitionOf(service, workspace) === task);
  return [...new Set([definition, task, ...services])];
}

/** The family under the cursor: where a task definition gives it, or a service names it. */
function familyAt({ definition: { kind, root }, offset }: Site): string | undefined {
  const node = root?.get(kind === "task-definition" ? "family" : "taskDefinition");
  const isInside = node !== undefined && node.offset <= offset && offset <= node.offset + node.length;
  return isInside ? familyOf(node.string) : undefined;
}

/** The task definition that the cursor's reference to another resource leads to. */
function resourceAt(site: Site, workspace: WorkspaceIndex): Definition | undefined {
  const { definition: service, offset } = site;
  const node = service.runs === undefined ? undefined : service.root?.get("taskDefinition");
  const isInside = node !== undefined && node.offset <= offset && offset <= node.offset + node.length;
  return isInside ? taskDefinitionOf(service, workspace) : undefined;
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
    .map((service) => locationOf(service, service.root!.get("taskDefinition")!));
  return [...definitions, ...uses];
}

function familyLocation(task: Definition): Location {
  return locationOf(task, task.root!.get("family")!);
}

function toLocation({ definition: found, occurrence }: Place): Location {
  return locationOf(found, occurrence.span);
}

function locationOf({ document: { uri, rangeOf } }: Definition, span: Span): Location {
  return { uri, range: rangeOf(span) };
}
