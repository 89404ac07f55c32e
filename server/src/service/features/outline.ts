import { type DocumentSymbol, SymbolKind, type WorkspaceSymbol } from "vscode-languageserver-types";
import type { Definition, EcsDocument } from "../documents/ecsDocument.ts";
import type { JsonNode } from "../syntax/jsonNode.ts";
import { symbolsOf } from "../model/documentSymbols.ts";
import { familyOfDefinition, type WorkspaceIndex } from "../documents/workspaceIndex.ts";

/** The members of the file as a tree; elements of lists are called by their name where they have one. */
export function outline(document: EcsDocument): DocumentSymbol[] {
  return document.file ? childrenOf(document, document.file).map(({ symbol }) => symbol) : [];
}

/**
 * Families, containers, volumes and services of the workspace whose names hold the query; `containerName`
 * says which of these.
 */
export function workspaceSymbols(query: string, workspace: WorkspaceIndex): WorkspaceSymbol[] {
  const wanted = query.toLowerCase();
  return workspace.definitions.flatMap(namesOf).filter(({ name }) => name.toLowerCase().includes(wanted));
}

/** A symbol and where it ends. */
interface Outlined {
  readonly symbol: DocumentSymbol;
  readonly end: number;
}

function childrenOf(document: EcsDocument, node: JsonNode): readonly Outlined[] {
  const children = node.type === "array" ? node.items : node.members;
  // What an alias or a merge key of YAML leads to is shown where it is written.
  return children.flatMap((child, index) =>
    startOf(child) < node.offset ? [] : outlined(document, child, index),
  );
}

function outlined(document: EcsDocument, node: JsonNode, index: number): Outlined {
  const start = startOf(node);
  const children = node.offset < start ? [] : childrenOf(document, node);
  // Editors refuse a symbol that is not inside of the one around it, also in text that is not sound.
  const end = children.reduce((furthest, child) => Math.max(furthest, child.end), endOf(node));
  const named = node.keySpan ?? node.opening;
  const isInside = start <= named.offset && named.offset + named.length <= end;
  const detail = detailOf(node);
  return {
    end,
    symbol: {
      name: labelOf(node, index),
      ...(detail !== undefined && { detail }),
      kind: kinds[node.type],
      range: document.rangeOf({ offset: start, length: end - start }),
      selectionRange: document.rangeOf(isInside ? named : { offset: start, length: 0 }),
      children: children.map(({ symbol }) => symbol),
    },
  };
}

/** Where a member starts with its name, or an element. */
function startOf({ keySpan, offset }: JsonNode): number {
  return keySpan?.offset ?? offset;
}

/** Where a value ends that stands behind its name; else, where the name does. */
function endOf({ keySpan, offset, length }: JsonNode): number {
  return Math.max(keySpan ? keySpan.offset + keySpan.length : offset, offset + length);
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
