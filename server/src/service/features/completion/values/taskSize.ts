import { fargateSizes, fargateWindowsSizes } from "../../../data/fargateSizes.ts";
import type { JsonNode } from "../../../jsonNode.ts";
import { formatCpu, formatMemory } from "../../../model/taskSize.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import type { Place, ValueProvider } from "../place.ts";
import { type Suggestion, valueOf } from "../suggestion.ts";

/** The task's cpu and memory: the sizes of Fargate that go with each other. */
export const taskSize: readonly ValueProvider[] = [
  {
    path: "cpu",
    suggest: ({ task }: Place): Suggestion[] => {
      if (!task || !mayRunOnFargate(task)) return [];
      const reserved = sum(task, (container) => container.get("cpu")?.number);
      const sizes = [...sizesOf(task)].filter(([units]) => units >= reserved);
      const fitting = sizes.filter(([, memories]) => task.mebibytes === undefined || memories.includes(task.mebibytes));
      return (fitting.length > 0 ? fitting : sizes).map(([units]) => sizeSuggestion(units, formatCpu(units)));
    },
  },
  {
    path: "memory",
    suggest: ({ task }: Place): Suggestion[] => {
      if (!task || !mayRunOnFargate(task)) return [];
      const sizes = sizesOf(task);
      const fitting = task.cpuUnits === undefined ? undefined : sizes.get(task.cpuUnits);
      const all = [...new Set([...sizes.values()].flat())].sort((a, b) => a - b);
      const reserved = reservedMemory(task);
      return (fitting ?? all).filter((mebibytes) => mebibytes >= reserved).map((mebibytes) => sizeSuggestion(mebibytes, formatMemory(mebibytes)));
    },
  },
];

/** The smallest size on Fargate that agrees with what the task says and holds what its containers reserve. */
export function smallestSize(task: TaskDefinition): { readonly cpu: string; readonly memory: string } | undefined {
  const reserved = { cpu: sum(task, (container) => container.get("cpu")?.number), memory: reservedMemory(task) };
  for (const [cpu, memories] of sizesOf(task)) {
    if (cpu < reserved.cpu || (task.cpuUnits ?? cpu) !== cpu) continue;
    const memory = memories.find((each) => each >= reserved.memory && (task.mebibytes ?? each) === each);
    if (memory !== undefined) return { cpu: String(cpu), memory: String(memory) };
  }
  return undefined;
}

function reservedMemory(task: TaskDefinition): number {
  return sum(task, (container) => (container.get("memoryReservation") ?? container.get("memory"))?.number);
}

/** On instances any size will do, so there is nothing to choose from. */
function mayRunOnFargate(task: TaskDefinition): boolean {
  return task.isFargate || task.compatibilities.length === 0;
}

function sizesOf(task: TaskDefinition): ReadonlyMap<number, readonly number[]> {
  return task.isWindows ? fargateWindowsSizes : fargateSizes;
}

/** What the containers reserve together. */
function sum({ containers }: TaskDefinition, of: (container: JsonNode) => number | undefined): number {
  return containers.reduce((total, { node }) => total + (of(node) ?? 0), 0);
}

function sizeSuggestion(value: number, detail: string): Suggestion {
  return valueOf(String(value), detail);
}
