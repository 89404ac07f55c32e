import type { CodeLens } from "vscode-languageserver-types";
import { lensCommands } from "../../protocol.ts";
import type { Definition, EcsDocument } from "../documents/ecsDocument.ts";
import { familyOfDefinition, type WorkspaceIndex } from "../documents/workspaceIndex.ts";

/**
 * What can be done with a file, above its first line; and above a family how many services of the workspace
 * run it.
 */
export function codeLenses(document: EcsDocument, workspace: WorkspaceIndex): CodeLens[] {
  return document.definitions.flatMap((definition) => lensesOf(definition, workspace));
}

function lensesOf(definition: Definition, workspace: WorkspaceIndex): CodeLens[] {
  const { root, kind, document } = definition;
  const { uri } = document;
  if (!root || definition.host !== "plain" || (kind !== "task-definition" && kind !== "service")) return [];
  const top = document.rangeOf(root.opening);
  const actions =
    kind === "task-definition"
      ? [lensCommands.register, lensCommands.compare, lensCommands.deploy, lensCommands.verify]
      : [lensCommands.compare, lensCommands.deploy, lensCommands.verify];
  const lenses = actions.map(({ title, command }) => ({
    range: top,
    command: { title, command, arguments: [uri] },
  }));
  return [...lenses, ...familyLens(definition, workspace)];
}

function familyLens(definition: Definition, workspace: WorkspaceIndex): CodeLens[] {
  const family = familyOfDefinition(definition);
  if (family === undefined) return [];
  const { document, root } = definition;
  const node = root!.get("family")!;
  const services = workspace.servicesOf(family);
  if (services.length === 0) return [];
  const locations = services.map(({ document: { uri, rangeOf }, root: service }) => ({
    uri,
    range: rangeOf(service!.get("taskDefinition")!),
  }));
  const title = `${services.length} service${services.length === 1 ? "" : "s"} in this workspace`;
  const range = document.rangeOf(node);
  return [
    {
      range,
      command: {
        title,
        command: lensCommands.showReferences.command,
        arguments: [document.uri, range.start, locations],
      },
    },
  ];
}
