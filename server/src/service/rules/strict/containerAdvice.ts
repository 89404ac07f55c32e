import type { Container } from "../../model/container.ts";
import type { TaskDefinition } from "../../model/taskDefinition.ts";
import type { JsonNode, Span } from "../../syntax/jsonNode.ts";
import { memberPlace } from "../kit/place.ts";
import { capitalize } from "../kit/words.ts";
import type { Rule, RuleFacts } from "../rule.ts";

/** What strict policies ask of each container. */
export interface ContainerAdvice extends RuleFacts {
  /** Which tasks it concerns. */
  readonly when: (task: TaskDefinition) => boolean;
  /** The member at fault; "absent" if the fault is that there is none; undefined if all is well. */
  readonly find: (container: Container, task: TaskDefinition) => JsonNode | "absent" | undefined;
  /** What is wrong, why, and what to do. */
  readonly message: (label: string, container: Container) => string;
}

/** Makes a rule of each row. All of them are off until the user turns them on. */
export function containerAdvice(rows: readonly ContainerAdvice[]): readonly Rule[] {
  return rows.map(({ when, find, message, ...facts }) => ({
    ...facts,
    offByDefault: true,
    appliesTo: "task-definition",
    check(task, report) {
      if (!when(task)) return;
      for (const container of task.containers) {
        const found = container.node.isDynamic ? undefined : find(container, task);
        if (found) report(placeOf(found, container), message(capitalize(container.label), container));
      }
    },
  }));
}

function placeOf(found: JsonNode | "absent", { place }: Container): Span {
  return found === "absent" ? place : memberPlace(found);
}
