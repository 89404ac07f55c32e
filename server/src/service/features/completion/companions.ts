import { firelensFilePair } from "../../data/firelens.ts";
import { leafValues } from "./leafValues.ts";
import { matches, Place } from "./place.ts";
import { stubOf } from "./stub.ts";
import type { Suggestion } from "./suggestion.ts";
import type { Template } from "../scaffolds/template.ts";
import { smallestSize } from "./values/taskSize.ts";

type Members = Readonly<Record<string, Template>>;

/** Adds to a suggestion what ECS wants besides, so that a file which ECS takes stays one. */
export function withCompanions(suggestion: Suggestion, place: Place): Suggestion {
  const beside = place.cursor.expects === "key" ? besideMember(suggestion.label, place) : {};
  const atTop = missingAtTop(suggestion.label, place);
  return { ...suggestion, ...(Object.keys(beside).length > 0 && { beside }), ...(Object.keys(atTop).length > 0 && { atTop }) };
}

/** Members that go into the same object. */
function besideMember(name: string, place: Place): Members {
  if (matches("containerDefinitions/*/firelensConfiguration/options", place.path) && firelensFilePair.includes(name)) return missing(place, firelensFilePair.filter((other) => other !== name));
  const startsOnFargate = name === "launchType" || name === "capacityProviderStrategy";
  const hasNetwork = place.task === undefined || place.task.isAwsvpc;
  return place.service && place.path.length === 0 && startsOnFargate && hasNetwork ? missing(place, ["networkConfiguration"]) : {};
}

function missing(place: Place, names: readonly string[]): Members {
  const absent = names.filter((name) => !place.enclosing(0)?.filled(name));
  return Object.fromEntries(absent.map((name) => [name, stubOf(place.below(name))]));
}

/** Members that a task definition with containers then lacks. One that is only begun is left to the person. */
function missingAtTop(label: string, place: Place): Members {
  const { task } = place;
  if (place.document.kind !== "task-definition" || !task?.root.get("containerDefinitions")) return {};
  if (matches("containerDefinitions/*", place.path) && place.cursor.expects === "key" && label === "secrets") return executionRole(place);
  if (!matches("requiresCompatibilities/*", place.path) || label !== "FARGATE") return {};
  const { cpu = "256", memory = "512" } = smallestSize(task) ?? {};
  const wanted = { networkMode: "awsvpc", cpu, memory };
  return Object.fromEntries(Object.entries(wanted).filter(([name]) => !task.root.filled(name)));
}

/** By which ECS reads the values of secrets. */
function executionRole(place: Place): Members {
  if (place.task?.root.filled("executionRoleArn")) return {};
  const top = new Place(place.document, { ...place.cursor, path: ["executionRoleArn"], typed: "" }, place.workspace);
  const [role] = leafValues(top);
  return role ? { executionRoleArn: role.template } : {};
}
