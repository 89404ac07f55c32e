import type { Definition } from "../documents/ecsDocument.ts";
import { EcsService } from "./ecsService.ts";
import { SymbolTable, symbolsOfService } from "./symbols.ts";
import { TaskDefinition } from "./taskDefinition.ts";

/** The names of a definition of any kind. */
export function symbolsOf({ kind, shape, root }: Definition): SymbolTable {
  if (!root || shape === "pascal-case") return new SymbolTable([], new Set());
  return kind === "task-definition"
    ? new TaskDefinition(root, shape).symbols
    : symbolsOfService(new EcsService(root, shape));
}
