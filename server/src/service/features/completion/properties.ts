import { CompletionItemKind } from "vscode-languageserver-types";
import { type Schema, schemaAt } from "../../schema/ecsSchema.ts";
import { describeProperty } from "../describe.ts";
import { matches, type Place } from "./place.ts";
import { stubOf } from "./stub.ts";
import type { Suggestion } from "./suggestion.ts";

/** The members that the object at the cursor may have and has not yet; required ones first, deprecated ones last. */
export function propertyCompletions(place: Place): Suggestion[] {
  const { document, cursor } = place;
  const { kind, shape } = document;
  const { schema } = place;
  const present = new Set(place.enclosing(0)?.members.map((member) => member.key));
  present.delete(cursor.typed);
  return Object.keys(schema?.properties ?? {})
    .map((name) => ({ name, property: schemaAt(kind, shape, [...cursor.path, name])!, isRequired: schema!.required?.includes(name) ?? false }))
    .filter(({ name, property }) => !present.has(name) && !isRefused(name, property, place))
    .sort((a, b) => rank(a) - rank(b))
    .map((member) => toSuggestion(member, place));
}

interface Member {
  readonly name: string;
  readonly property: Schema;
  readonly isRequired: boolean;
}

function rank({ property, isRequired }: Member): number {
  if (property["x-deprecated"]) return 2;
  return isRequired ? 0 : 1;
}

/** Members of containers that AWS refuses in awsvpc mode, whose network the VPC gives. */
const bridgeOnly = new Set(["disableNetworking", "dnsSearchDomains", "dnsServers", "extraHosts", "hostname", "links"]);

/** True where the launch type, the network mode or Windows would not take the member. */
function isRefused(name: string, property: Schema, place: Place): boolean {
  const { task, service, path } = place;
  const launchTypes = property["x-launchTypes"];
  const chosen = service ? service.launchType?.string : task?.compatibilities.find((each) => !launchTypes?.includes(each));
  if (launchTypes && chosen !== undefined && !launchTypes.includes(chosen)) return true;
  if (task?.isWindows && property["x-windows"] === false) return true;
  if (matches("containerDefinitions/*/logConfiguration/options", path)) return !belongsToDriver(name, place);
  return Boolean(task?.isAwsvpc) && matches("containerDefinitions/*", path) && bridgeOnly.has(name);
}

/** False for the options of another log driver than the one that the container has chosen. */
function belongsToDriver(option: string, place: Place): boolean {
  const driver = place.enclosing(1)?.get("logDriver")?.string;
  if (option.startsWith("awslogs-")) return driver === undefined || driver === "awslogs";
  return option !== "log-driver-buffer-limit" || driver === "awsfirelens";
}

function toSuggestion({ name, property, isRequired }: Member, place: Place): Suggestion {
  return {
    label: name,
    template: stubOf(place.below(name)),
    kind: CompletionItemKind.Property,
    ...(isRequired && { detail: "required" }),
    documentation: describeProperty(property),
    isDeprecated: property["x-deprecated"] !== undefined,
  };
}
