import type { Definition } from "../../documents/ecsDocument.ts";
import { taskDefinitionOf } from "../../documents/taskDefinitionOf.ts";
import type { JsonNode } from "../../syntax/jsonNode.ts";
import { EcsService } from "../../model/ecsService.ts";
import { TaskDefinition } from "../../model/taskDefinition.ts";
import type { Workspace } from "../../rules/rule.ts";
import { type Schema, schemaAt, schemaBelow } from "../../schema/ecsSchema.ts";
import type { WorkspaceIndex } from "../../documents/workspaceIndex.ts";
import type { Cursor } from "./cursor.ts";
import type { Suggestion } from "./suggestion.ts";

/** Where something is to be suggested, and what stands around it. */
export class CursorSite {
  readonly definition: Definition;
  readonly cursor: Cursor;
  readonly workspace: WorkspaceIndex;
  /** The way from the definition to the cursor, as in a whole file. */
  readonly path: readonly (string | number)[];
  /** The path with a star for each position. */
  readonly pattern: string;
  /** What the schema says of the value at the end of the path. */
  readonly schema: Schema | undefined;
  /** From this length of the path on, nothing stands in the file yet: it is to be inserted. */
  #newFrom = Infinity;
  #task: TaskDefinition | undefined;
  #service: EcsService | undefined;

  constructor(
    definition: Definition,
    cursor: Cursor,
    workspace: WorkspaceIndex,
    schema = schemaAt(definition.kind, definition.shape, cursor.path),
  ) {
    this.definition = definition;
    this.cursor = cursor;
    this.workspace = workspace;
    this.schema = schema;
    this.path =
      definition.shape === "container-list" ? ["containerDefinitions", ...cursor.path] : cursor.path;
    this.pattern = patternOf(this.path);
  }

  /** The place of a member or element of what is to be inserted here. */
  below(step: string | number): CursorSite {
    const site = new CursorSite(
      this.definition,
      { ...this.cursor, path: [...this.cursor.path, step], typed: "" },
      this.workspace,
      schemaBelow(this.definition.kind, this.schema, step),
    );
    site.#newFrom = Math.min(
      this.#newFrom,
      this.cursor.path.length + (this.cursor.expects === "key" ? 1 : 0),
    );
    site.#task = this.task;
    site.#service = this.service;
    return site;
  }

  /** The task definition of this file, or the one of the workspace that a service names. */
  get task(): TaskDefinition | undefined {
    return (this.#task ??= taskOf(this.definition, this.workspace));
  }

  get service(): EcsService | undefined {
    const { kind, root, shape } = this.definition;
    return (this.#service ??= kind === "service" && root ? new EcsService(root, shape) : undefined);
  }

  /**
   * The node `up` steps above the end of the path: of a value 1 is the object or list that it is in, of a
   * member 0.
   */
  enclosing(up: number): JsonNode | undefined {
    const length = this.cursor.path.length - up;
    return length < this.#newFrom
      ? nodeAt(this.definition.root, this.cursor.path.slice(0, length))
      : undefined;
  }

  /** The name of the container that the cursor is in. */
  get containerName(): string | undefined {
    return this.#container?.get("name")?.string;
  }

  /** The first port on which that container listens. */
  get containerPort(): number | undefined {
    return this.#container?.get("portMappings")?.items[0]?.get("containerPort")?.integer;
  }

  get #container(): JsonNode | undefined {
    return this.path[0] === "containerDefinitions" ? this.enclosing(this.path.length - 2) : undefined;
  }
}

/** Suggests values at the places that its path names; `*` stands for any element. */
export interface ValueProvider {
  readonly path: string;
  readonly suggest: (site: CursorSite) => readonly Suggestion[];
}

/** A path with a star for each position. */
export function patternOf(path: readonly (string | number)[]): string {
  return path.map((step) => (typeof step === "number" ? "*" : step)).join("/");
}

/** The node at the end of a path, as far as the broken text has it. */
export function nodeAt(root: JsonNode | undefined, path: readonly (string | number)[]): JsonNode | undefined {
  return path.reduce<JsonNode | undefined>(
    (node, step) => (typeof step === "number" ? node?.items[step] : node?.get(step)),
    root,
  );
}

function taskOf(definition: Definition, workspace: Workspace): TaskDefinition | undefined {
  const task = definition.kind === "task-definition" ? definition : taskDefinitionOf(definition, workspace);
  return task?.root && new TaskDefinition(task.root, task.shape);
}
