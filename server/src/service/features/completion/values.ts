import { CompletionItemKind } from "vscode-languageserver-types";
import { fargateSizes, fargateWindowsSizes } from "../../data/fargateSizes.ts";
import type { EcsDocument } from "../../ecsDocument.ts";
import { TaskDefinition } from "../../model/taskDefinition.ts";
import { formatCpu, formatMemory, parseTaskCpu } from "../../model/taskSize.ts";
import { type Schema, schemaAt } from "../../schema/ecsSchema.ts";
import type { Suggestion } from "./complete.ts";
import type { Cursor } from "./cursor.ts";

/** The values that may stand at the cursor: those that depend on neighbours, else those of the schema. */
export function valueCompletions(document: EcsDocument, cursor: Cursor): Suggestion[] {
  const schema = schemaAt(document.kind, document.shape, cursor.path);
  return taskSizes(document, cursor) ?? enumValues(schema);
}

function enumValues(schema: Schema | undefined): Suggestion[] {
  if (schema?.type === "boolean") return ["true", "false"].map((label) => ({ label, insert: label, kind: CompletionItemKind.Value }));
  return (schema?.enum ?? []).map((value, index) => ({
    label: String(value),
    insert: JSON.stringify(value),
    kind: CompletionItemKind.EnumMember,
    ...(schema?.enumDescriptions?.[index] !== undefined && { documentation: schema.enumDescriptions[index] }),
  }));
}

/** For the task's cpu and memory the sizes of Fargate, for memory only those that go with the cpu. */
function taskSizes({ kind, shape, root }: EcsDocument, { path }: Cursor): Suggestion[] | undefined {
  if (kind !== "task-definition" || !root || path.length !== 1) return undefined;
  const task = new TaskDefinition(root, shape);
  const isFargate = task.isFargate || task.compatibilities.length === 0;
  if (!isFargate) return undefined;
  const sizes = task.isWindows ? fargateWindowsSizes : fargateSizes;
  if (path[0] === "cpu") return [...sizes.keys()].map((units) => sizeSuggestion(units, formatCpu(units)));
  if (path[0] !== "memory") return undefined;
  const cpu = parseTaskCpu(root.get("cpu")?.string ?? "");
  const memories = (cpu === undefined ? undefined : sizes.get(cpu)) ?? [...new Set([...sizes.values()].flat())].sort((a, b) => a - b);
  return memories.map((mebibytes) => sizeSuggestion(mebibytes, formatMemory(mebibytes)));
}

function sizeSuggestion(value: number, detail: string): Suggestion {
  return { label: String(value), insert: `"${value}"`, kind: CompletionItemKind.Value, detail };
}
