import { firstRegion } from "../../model/region.ts";
import { fileScaffolds, partScaffolds } from "../scaffolds/index.ts";
import type { Answers } from "../scaffolds/scaffold.ts";
import { matches, type Place } from "./place.ts";
import { snippet, type Suggestion } from "./suggestion.ts";

/** Whole files, containers, health checks and log configurations, where one may stand. */
export function scaffoldSuggestions(place: Place): Suggestion[] {
  const answers = answersOf(place);
  return scaffoldsAt(place).map(({ label, description, template }) => snippet(label, template(answers), description));
}

function scaffoldsAt({ path, document, task }: Place): (typeof partScaffolds)[string] {
  if (document.kind !== "task-definition" && document.kind !== "service") return [];
  if (path.length === 0) return fileScaffolds[document.kind];
  const found = Object.entries(partScaffolds).find(([pattern]) => matches(pattern, path))?.[1] ?? [];
  // What goes through FireLens needs a container that routes it.
  return found.filter(({ id }) => id !== "firelens-cloudwatch" || (task?.logRouters.length ?? 0) > 0);
}

/** What the file says already. */
function answersOf({ document, task }: Place): Answers {
  const region = document.root && firstRegion(document.root);
  const family = task?.family?.string;
  return { ...(region !== undefined && { region }), ...(family !== undefined && { family }) };
}
