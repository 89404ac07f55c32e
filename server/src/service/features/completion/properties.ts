import { CompletionItemKind } from "vscode-languageserver-types";
import type { Schema } from "../../schema/ecsSchema.ts";
import { firelensOutputs } from "../../data/firelensOutputs.ts";
import { logDriverOptions } from "../../data/logDrivers.ts";
import { describeProperty } from "../describe.ts";
import type { CursorSite } from "./cursorSite.ts";
import { isRefused } from "./refusals.ts";
import { stubOf } from "./stub.ts";
import type { Suggestion } from "./suggestion.ts";

/**
 * The members that the object at the cursor may have and has not yet; required ones first, deprecated ones
 * last.
 */
export function propertyCompletions(site: CursorSite): Suggestion[] {
  const { cursor, schema } = site;
  const present = new Set(site.enclosing(0)?.members.map((member) => member.key));
  present.delete(cursor.typed);
  const free = logDriverMembers(site).filter(({ label }) => !present.has(label));
  const known = Object.keys(schema?.properties ?? {})
    .filter((name) => !present.has(name))
    .map((name) => memberOf(site, name))
    .filter(({ name, property }) => !isRefused(name, property, site))
    .sort((a, b) => rank(a) - rank(b))
    .map(toSuggestion);
  return [...free, ...known];
}

/** The options that the chosen log driver knows and ECS's schema does not. */
function logDriverMembers(site: CursorSite): Suggestion[] {
  if (site.pattern !== "containerDefinitions/*/logConfiguration/options") return [];
  const driver = site.enclosing(1)?.get("logDriver")?.string ?? "";
  const options = driver === "awsfirelens" ? outputOptions(site) : logDriverOptions.get(driver);
  return Object.entries(options ?? {}).map(([name, documentation]) => ({
    label: name,
    template: stubOf(site.below(name)),
    kind: CompletionItemKind.Property,
    documentation,
  }));
}

/** The options of the output that FireLens sends to, and the one that chooses it. */
function outputOptions(site: CursorSite): Readonly<Record<string, string>> {
  const router = site.task?.logRouters[0]?.firelens?.get("type")?.string;
  // Outputs of Fluentd have other options.
  if (router === "fluentd") return {};
  const name = site.enclosing(0)?.get("Name")?.string;
  if (name === undefined) return { Name: "The output of Fluent Bit that the logs go to." };
  return firelensOutputs.get(name)?.options ?? {};
}

interface Member {
  readonly name: string;
  readonly site: CursorSite;
  readonly property: Schema;
  readonly isRequired: boolean;
}

function memberOf(parent: CursorSite, name: string): Member {
  const site = parent.below(name);
  return {
    name,
    site,
    property: site.schema!,
    isRequired: parent.schema!.required?.includes(name) ?? false,
  };
}

function rank({ property, isRequired }: Member): number {
  if (property["x-deprecated"]) return 2;
  return isRequired ? 0 : 1;
}

function toSuggestion({ name, site, property, isRequired }: Member): Suggestion {
  return {
    label: name,
    template: stubOf(site),
    kind: CompletionItemKind.Property,
    ...(isRequired && { detail: "required" }),
    documentation: describeProperty(property).text,
    isDeprecated: property["x-deprecated"] !== undefined,
  };
}
