import { fargateSizes, fargateWindowsSizes } from "../../../data/fargateSizes.ts";
import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { formatCpu, formatMemory } from "../../../model/taskSize.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import { nearest } from "../../../rules/kit/words.ts";
import type { CursorSite, ValueProvider } from "../cursorSite.ts";
import { type Suggestion, valueOf } from "../suggestion.ts";

/**
 * The task's cpu and memory: the sizes of Fargate, first those that go with the other of the two as it is.
 */
export const taskSize: readonly ValueProvider[] = [
  { path: "cpu", suggest: (site) => suggestSizes(site, "cpu", "memory", site.task?.mebibytes) },
  { path: "memory", suggest: (site) => suggestSizes(site, "memory", "cpu", site.task?.cpuUnits) },
];

/** A task of Fargate: CPU units and MiB. */
interface Size {
  readonly cpu: number;
  readonly memory: number;
}

const format = { cpu: formatCpu, memory: formatMemory };

/** @param beside the value of the other member, where one is written and known */
function suggestSizes(
  { task, cursor }: CursorSite,
  member: keyof Size,
  other: keyof Size,
  beside: number | undefined,
): Suggestion[] {
  if (!task || !mayRunOnFargate(task)) return [];
  const sizes = sizesFor(task);
  const all = [...new Set(sizes.map((size) => size[member]))].sort((a, b) => a - b);
  const partnersOf = (value: number): number[] =>
    sizes.filter((size) => size[member] === value).map((size) => size[other]);
  const fits = (value: number): boolean => beside === undefined || partnersOf(value).includes(beside);
  const plain = (value: number): Suggestion => valueOf(String(value), format[member](value));
  const fitting = all.filter(fits);
  // Inserting a member changes no other, and on instances the other may be as it likes.
  const mayChange = cursor.expects === "value" && (task.isFargate || fitting.length > 0);
  if (beside === undefined || !mayChange) return (fitting.length > 0 ? fitting : all).map(plain);

  const changing = (value: number): Suggestion => {
    const partner = nearest(beside, partnersOf(value));
    return {
      ...valueOf(String(value), `${format[member](value)}; sets ${other} to ${partner}`),
      sets: { [other]: String(partner) },
    };
  };
  return [...fitting.map(plain), ...all.filter((value) => !fits(value)).map(changing)];
}

/** The sizes that hold what the containers reserve. */
function sizesFor(task: TaskDefinition): Size[] {
  const sizes = task.isWindows ? fargateWindowsSizes : fargateSizes;
  const needed = { cpu: sum(task, (container) => container.get("cpu")?.number), memory: neededMemory(task) };
  return [...sizes]
    .flatMap(([cpu, memories]) => memories.map((memory) => ({ cpu, memory })))
    .filter(({ cpu, memory }) => cpu >= needed.cpu && memory >= needed.memory);
}

/** The smallest size on Fargate that agrees with what the task says and holds what its containers reserve. */
export function smallestSize(
  task: TaskDefinition,
): { readonly cpu: string; readonly memory: string } | undefined {
  const found = sizesFor(task).find(
    ({ cpu, memory }) => (task.cpuUnits ?? cpu) === cpu && (task.mebibytes ?? memory) === memory,
  );
  return found && { cpu: String(found.cpu), memory: String(found.memory) };
}

/** MiB: what the containers reserve together, and no less than the limit of one of them. */
function neededMemory(task: TaskDefinition): number {
  const reserved = sum(
    task,
    (container) => (container.get("memoryReservation") ?? container.get("memory"))?.number,
  );
  return Math.max(reserved, ...task.containers.map(({ node }) => node.get("memory")?.number ?? 0));
}

/** On instances any size will do, so there is nothing to choose from. */
function mayRunOnFargate(task: TaskDefinition): boolean {
  return task.isFargate || task.compatibilities.length === 0;
}

/** What the containers reserve together. */
function sum({ containers }: TaskDefinition, of: (container: JsonNode) => number | undefined): number {
  return containers.reduce((total, { node }) => total + (of(node) ?? 0), 0);
}
