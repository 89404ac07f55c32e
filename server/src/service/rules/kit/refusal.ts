import type { JsonNode, Span } from "../../syntax/jsonNode.ts";
import type { TaskDefinition } from "../../model/taskDefinition.ts";
import { type Fix, quickFix, remove } from "./fix.ts";
import { memberPlace } from "./place.ts";
import type { Rule, RuleFacts, Severity } from "../rule.ts";

/** A setting that the launch type, network mode or operating system of a task does not take. */
export interface Refusal extends RuleFacts {
  /** The members that set it. */
  readonly find: (task: TaskDefinition) => readonly JsonNode[];
  /** What is wrong, why, and what to do. */
  readonly message: (node: JsonNode) => string;
  /** Where to point; by default the value, of objects and lists the name. */
  readonly place?: (node: JsonNode) => Span;
  /** The quick fixes; by default the member is removed. */
  readonly fixes?: (node: JsonNode) => readonly Fix[];
  /** Where a case is milder than the rule. */
  readonly milder?: (task: TaskDefinition) => Severity | undefined;
}

/** Makes a rule of each row of a table. All of them look only at the tasks to which the table applies. */
export function refusals(
  applies: (task: TaskDefinition) => boolean,
  rows: readonly Refusal[],
): readonly Rule[] {
  return rows.map(({ find, message, place = memberPlace, fixes = removal, milder, ...facts }) => ({
    ...facts,
    appliesTo: "task-definition",
    check(task, report) {
      if (!applies(task)) return;
      for (const node of find(task)) {
        const severity = milder?.(task);
        report(place(node), message(node), {
          fixes: facts.fix === undefined ? [] : fixes(node),
          ...(severity && { severity }),
        });
      }
    },
  }));
}

function removal(node: JsonNode): readonly Fix[] {
  return [quickFix(`Remove ${node.key ?? "this entry"}`, remove(node))];
}

/** Finds a member of the task level where it is set. */
export function inTask(...path: readonly string[]): (task: TaskDefinition) => readonly JsonNode[] {
  return (task) => settings([task.root], path);
}

/** Finds a member of the containers where it is set. */
export function inContainers(...path: readonly string[]): (task: TaskDefinition) => readonly JsonNode[] {
  return (task) =>
    settings(
      task.containers.map(({ node }) => node),
      path,
    );
}

/** Finds a switch of the containers where it is on. */
export function onInContainers(...path: readonly string[]): (task: TaskDefinition) => readonly JsonNode[] {
  return (task) =>
    settings(
      task.containers.map(({ node }) => node),
      path,
    ).filter((node) => node.boolean === true);
}

/** Finds a member of the volumes where it is set. */
export function inVolumes(...path: readonly string[]): (task: TaskDefinition) => readonly JsonNode[] {
  return (task) => settings(task.volumes, path);
}

function settings(nodes: readonly JsonNode[], path: readonly string[]): readonly JsonNode[] {
  return nodes.flatMap((node) => {
    const member = node.at(...path);
    return member && isSet(member) ? [member] : [];
  });
}

/** False for what changes nothing: `false`, what is empty, and what holds nothing else. */
export function isSet(node: JsonNode): boolean {
  if (node.isDynamic) return true;
  if (node.type === "array") return node.items.length > 0;
  if (node.type === "object") return node.members.some((member) => member.type !== "null" && isSet(member));
  return node.boolean !== false && !node.isEmpty;
}
