import type { Definition, EcsDocument } from "./ecsDocument.ts";
import { familyOf } from "../model/ecsService.ts";
import type { Workspace } from "../rules/rule.ts";

/**
 * The family that a task definition registers; undefined for other definitions and where a placeholder
 * stands.
 */
export function familyOfDefinition({ kind, root }: Definition): string | undefined {
  return kind === "task-definition" ? root?.get("family")?.string : undefined;
}

/**
 * The files of a workspace that are known, by URI: open ones as they are being edited, others as they are on
 * disk.
 */
export class WorkspaceIndex implements Workspace {
  readonly #documents = new Map<string, EcsDocument>();

  set(document: EcsDocument): void {
    this.#documents.set(document.uri, document);
  }

  delete(uri: string): void {
    this.#documents.delete(uri);
  }

  get(uri: string): EcsDocument | undefined {
    return this.#documents.get(uri);
  }

  /** The definitions of all files. */
  get definitions(): readonly Definition[] {
    return [...this.#documents.values()].flatMap(({ definitions }) => definitions);
  }

  families(): readonly string[] {
    return [
      ...new Set(this.definitions.flatMap((definition) => familyOfDefinition(definition) ?? [])),
    ].sort();
  }

  /** The families that have a file, those of the nearest files first. */
  familiesNear(fromUri: string): readonly string[] {
    const nearest = new Map<string, number>();
    for (const definition of this.definitions) {
      const family = familyOfDefinition(definition);
      const near = sharedPath(definition.document.uri, fromUri);
      if (family) nearest.set(family, Math.max(near, nearest.get(family) ?? 0));
    }
    return this.families().toSorted((a, b) => (nearest.get(b) ?? 0) - (nearest.get(a) ?? 0));
  }

  taskDefinitions(family: string, fromUri: string): readonly Definition[] {
    return this.definitions
      .filter((definition) => familyOfDefinition(definition) === family)
      .sort(
        ({ document: a }, { document: b }) =>
          sharedPath(b.uri, fromUri) - sharedPath(a.uri, fromUri) || a.uri.localeCompare(b.uri),
      );
  }

  resource(id: string, fromUri: string): Definition | undefined {
    const folder = folderOf(fromUri);
    return this.definitions.find((each) => each.id === id && folderOf(each.document.uri) === folder);
  }

  /** The services of the workspace that name a family. */
  servicesOf(family: string): readonly Definition[] {
    return this.definitions.filter(
      ({ kind, root }) => kind === "service" && familyOf(root?.get("taskDefinition")?.string) === family,
    );
  }
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf("/"));
}

/** How many folders two URIs have in common: files near each other belong together. */
function sharedPath(a: string, b: string): number {
  const [left, right] = [a.split("/"), b.split("/")];
  const different = left.findIndex((part, index) => part !== right[index]);
  return different < 0 ? left.length : different;
}
