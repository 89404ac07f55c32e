import type { SymbolKind, SymbolOccurrence } from "../../model/symbols.ts";
import type { TaskDefinition } from "../../model/taskDefinition.ts";
import { type Fix, quickFix, replaceValue } from "./fix.ts";
import type { Rule, RuleFacts } from "../rule.ts";
import { mostAlike } from "../../../../../shared/src/alike.ts";

/** A member that names a container or a volume of the same file. */
export interface NamedUse extends RuleFacts {
  readonly kind: SymbolKind;
  /** The member that holds the name: `dependsOn`, `mountPoints`. */
  readonly via: string;
  /** What is wrong, why, and what to do. */
  readonly message: (use: SymbolOccurrence) => string;
  /** Quick fixes besides the name that is most alike. */
  readonly fixes?: (use: SymbolOccurrence, task: TaskDefinition) => readonly Fix[];
}

/**
 * The rule that such a name must be given somewhere. In a fragment it may be given by what is merged with it.
 */
export function unknownName({ kind, via, message, fixes, ...facts }: NamedUse): Rule {
  return {
    ...facts,
    about: [via],
    appliesTo: "task-definition",
    check(task, report) {
      for (const use of task.symbols.dangling(kind)) {
        if (use.via !== via) continue;
        const details = { fixes: [...likelyName(use, task), ...(fixes?.(use, task) ?? [])] };
        report(
          use.node,
          message(use),
          task.shape === "fragment" ? { ...details, severity: "hint" } : details,
        );
      }
    },
  };
}

/** Replaces a name by the one of the file that is most alike. */
export function likelyName(
  { kind, name, node, span }: SymbolOccurrence,
  task: TaskDefinition,
): readonly Fix[] {
  const choice = mostAlike(name, task.symbols.names(kind));
  if (choice === undefined) return [];
  const alias = (node.raw ?? "").slice(span.length);
  return [quickFix(`Use ${choice}`, replaceValue(node, choice + alias))];
}
