import type { EcsDocument } from "../documents/ecsDocument.ts";
import { EcsService } from "./ecsService.ts";
import { SymbolTable, symbolsOfService } from "./symbols.ts";
import { TaskDefinition } from "./taskDefinition.ts";

/** The names of a document of any kind. */
export function symbolsOf({ kind, shape, root }: EcsDocument): SymbolTable {
  if (!root || kind === "unknown" || shape === "pascal-case") return new SymbolTable([], new Set());
  return kind === "task-definition"
    ? new TaskDefinition(root, shape).symbols
    : symbolsOfService(new EcsService(root, shape));
}
