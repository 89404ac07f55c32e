import { firstRegion } from "../../model/region.ts";
import { fileScaffolds, partScaffolds } from "../scaffolds/index.ts";
import type { Answers, Scaffold } from "../scaffolds/scaffold.ts";
import type { CursorSite } from "./cursorSite.ts";
import { snippet, type Suggestion } from "./suggestion.ts";

/** Whole files, containers, health checks and log configurations, where one may stand. */
export function scaffoldSuggestions(site: CursorSite): Suggestion[] {
  const port = site.pattern === "containerDefinitions/*/healthCheck" ? site.containerPort : undefined;
  const answers = { ...answersOf(site), ...(port !== undefined && { port }) };
  return scaffoldsAt(site).map(({ label, description, template }) =>
    snippet(label, template(answers), description),
  );
}

const sidecars: ReadonlySet<string> = new Set([
  "adot-container",
  "cloudwatch-agent-container",
  "datadog-container",
]);

function scaffoldsAt({ pattern, definition: { kind }, task }: CursorSite): readonly Scaffold[] {
  if (kind !== "task-definition" && kind !== "service") return [];
  if (pattern === "") return fileScaffolds[kind];
  const found = partScaffolds.get(pattern) ?? [];
  // What goes through FireLens needs the one container that routes it.
  const hasRouter = (task?.logRouters.length ?? 0) > 0;
  // A sidecar is not essential, so that another container has to be.
  const isFirst = (task?.containers.length ?? 0) === 0;
  return found.filter(({ id }) => {
    if (pattern === "containerDefinitions/*/healthCheck")
      return (id === "powershell-health-check") === Boolean(task?.isWindows);
    if (sidecars.has(id)) return !isFirst;
    return id === "firelens-cloudwatch" ? hasRouter : id !== "log-router-container" || !hasRouter;
  });
}

/** What the file says already. */
function answersOf({ definition, task, path }: CursorSite): Answers {
  const region = definition.root && firstRegion(definition.root);
  const family = task?.family?.string;
  const taken = task?.containers.flatMap(({ name }) => name ?? []) ?? [];
  const needsMemory = path.length > 0 && !task?.isFargate && task?.root.filled("memory") === undefined;
  const takenPorts =
    task?.portMappings.flatMap((mapping) =>
      ["containerPort", "hostPort", "name"].flatMap(
        (key) => mapping.get(key)?.integer ?? mapping.get(key)?.string ?? [],
      ),
    ) ?? [];
  return {
    taken,
    takenPorts,
    needsMemory,
    ...(region !== undefined && { region }),
    ...(family !== undefined && { family }),
  };
}
