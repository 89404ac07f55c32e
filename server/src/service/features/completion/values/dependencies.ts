import type { Container } from "../../../model/container.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import type { CursorSite, ValueProvider } from "../cursorSite.ts";
import { nameOf, type Suggestion, valueOf } from "../suggestion.ts";

/** What containers wait for: others of the file, under conditions that these can meet. */
export const dependencies: readonly ValueProvider[] = [
  { path: "containerDefinitions/*/dependsOn/*/containerName", suggest: possibleDependencies },
  {
    path: "containerDefinitions/*/dependsOn/*/condition",
    suggest: (site: CursorSite): Suggestion[] => {
      const target = site.task?.container(site.enclosing(1)?.get("containerName")?.string);
      return conditions
        .filter(({ fits }) => !target || fits(target))
        .map(({ name, meaning }) => valueOf(name, meaning));
    },
  },
];

interface Condition {
  readonly name: string;
  readonly meaning: string;
  readonly fits: (target: Container) => boolean;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html */
const conditions: readonly Condition[] = [
  { name: "START", meaning: "it has started", fits: () => true },
  {
    name: "HEALTHY",
    meaning: "its health check passes",
    fits: ({ healthCheck }) => healthCheck !== undefined,
  },
  { name: "SUCCESS", meaning: "it has ended with exit code 0", fits: ({ isEssential }) => !isEssential },
  { name: "COMPLETE", meaning: "it has ended", fits: ({ isEssential }) => !isEssential },
];

/** The other containers, without those that wait for this one already. */
function possibleDependencies(site: CursorSite): Suggestion[] {
  const { task, containerName: own } = site;
  if (!task) return [];
  const waiting = own === undefined ? new Set<string>() : waitingFor(task, own);
  const listed = new Set(site.enclosing(2)?.items.map((entry) => entry.get("containerName")?.string));
  listed.delete(site.cursor.typed);
  const condition = conditions.find(({ name }) => name === site.enclosing(1)?.get("condition")?.string);
  return task.containers.flatMap((container) => {
    const { name, isEssential } = container;
    const isPossible =
      name !== undefined && !waiting.has(name) && !listed.has(name) && (condition?.fits(container) ?? true);
    return isPossible ? [nameOf(name, isEssential ? "essential" : "not essential")] : [];
  });
}

/** A container and all that wait for it, by whatever way. */
function waitingFor(task: TaskDefinition, name: string): Set<string> {
  const found = new Set([name]);
  // A set is walked in the order of insertion, what is added meanwhile included.
  for (const each of found)
    for (const container of task.containers)
      if (
        container.name !== undefined &&
        container.dependsOn.some((entry) => entry.get("containerName")?.string === each)
      )
        found.add(container.name);
  return found;
}
