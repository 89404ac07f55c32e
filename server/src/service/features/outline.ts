import { type DocumentSymbol, SymbolKind, type WorkspaceSymbol } from "vscode-languageserver-types";
import type { Definition, EcsDocument } from "../documents/ecsDocument.ts";
import type { JsonNode } from "../syntax/jsonNode.ts";
import { symbolsOf } from "../model/documentSymbols.ts";
import { familyOfDefinition, type WorkspaceIndex } from "../documents/workspaceIndex.ts";

/** The members of the file as a tree; elements of lists are called by their name where they have one. */
export function outline(document: EcsDocument): DocumentSymbol[] {
  return document.file ? childrenOf(document, document.file) : [];
}

/** Families, containers, volumes and services of the workspace whose names hold the query; `containerName` says which of these. */
export function workspaceSymbols(query: string, workspace: WorkspaceIndex): WorkspaceSymbol[] {
  const wanted = query.toLowerCase();
  return workspace.definitions.flatMap(namesOf).filter(({ name }) => name.toLowerCase().includes(wanted));
}

function childrenOf(document: EcsDocument, node: JsonNode): DocumentSymbol[] {
  const children = node.type === "array" ? node.items : node.members;
  return children.map((child, index) => ({
    name: labelOf(child, index),
    ...(detailOf(child) !== undefined && { detail: detailOf(child)! }),
    kind: kindOf(child),
    range: document.rangeOf({
      offset: child.keySpan?.offset ?? child.offset,
      length: child.offset + child.length - (child.keySpan?.offset ?? child.offset),
    }),
    selectionRange: document.rangeOf(child.keySpan ?? child.opening),
    children: childrenOf(document, child),
  }));
}

/** What names an element of a list: its name, or the member that serves as one. */
const namingMembers = [
  "name",
  "key",
  "containerName",
  "sourceVolume",
  "containerPort",
  "namespace",
  "portName",
  "type",
];

function labelOf(node: JsonNode, index: number): string {
  // Editors refuse a symbol without a name.
  if (node.key !== undefined) return node.key || '""';
  const named = namingMembers.map((member) => node.get(member)).find((member) => member !== undefined);
  return (
    (named ?? node).sourceText
      .replace(/^"(.*)"$/s, "$1")
      .split("\n")[0]
      ?.slice(0, 60) || String(index)
  );
}

function detailOf(node: JsonNode): string | undefined {
  const isPlain = node.type !== "object" && node.type !== "array";
  return isPlain && node.key !== undefined ? node.sourceText.slice(0, 100) : undefined;
}

const kinds: Readonly<Record<JsonNode["type"], SymbolKind>> = {
  object: SymbolKind.Object,
  array: SymbolKind.Array,
  string: SymbolKind.String,
  number: SymbolKind.Number,
  boolean: SymbolKind.Boolean,
  null: SymbolKind.Null,
  dynamic: SymbolKind.Null,
};

function kindOf(node: JsonNode): SymbolKind {
  return kinds[node.type];
}

function namesOf(definition: Definition): WorkspaceSymbol[] {
  const { root, document } = definition;
  const { uri } = document;
  const [what, whole] =
    definition.kind === "service"
      ? ["service", root?.get("serviceName")]
      : ["task definition", root?.get("family")];
  const family = familyOfDefinition(definition);
  const names = symbolsOf(definition).occurrences.filter(
    ({ role, kind }) => role === "definition" && kind !== "port",
  );
  return [
    ...(whole?.string === undefined
      ? []
      : [
          {
            name: whole.string,
            kind: SymbolKind.Module,
            location: { uri, range: document.rangeOf(whole) },
            containerName: what,
          },
        ]),
    ...names.map(({ name, kind, span }) => ({
      name,
      kind: kind === "container" ? SymbolKind.Object : SymbolKind.Field,
      location: { uri, range: document.rangeOf(span) },
      containerName: family === undefined ? kind : `${kind} in ${family}`,
    })),
  ];
}
