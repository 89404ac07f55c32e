import { CompletionItemKind } from "vscode-languageserver-types";
import type { Schema } from "../../schema/ecsSchema.ts";
import type { Place } from "./place.ts";
import { type Suggestion, valueOf } from "./suggestion.ts";
import { choiceFilters } from "./values/choices.ts";
import { providersAt } from "./values/index.ts";

/** The strings, numbers and truths that may stand at a place: those that depend on neighbours, else those of the schema. */
export function leafValues(place: Place): readonly Suggestion[] {
  const own = (providersAt.get(place.pattern) ?? []).flatMap((provider) => provider.suggest(place));
  return own.length > 0 ? own : schemaValues(place.schema, place);
}

/** Those of {@link leafValues} that leave nothing to fill in. */
export function plainValues(place: Place): readonly (string | number | boolean)[] {
  return leafValues(place).flatMap(({ template }) => (typeof template === "object" ? [] : [template]));
}

function schemaValues(schema: Schema | undefined, place: Place): Suggestion[] {
  if (schema?.type === "boolean") return [valueOf(true), valueOf(false)];
  const filter = choiceFilters.find(({ path }) => path === place.pattern);
  const choices = (schema?.enum ?? []).map((value, index) => ({
    ...valueOf(value, undefined, schema?.enumDescriptions?.[index]),
    kind: CompletionItemKind.EnumMember,
  }));
  const fitting = choices.filter(({ label }) => filter?.fits(label, place) ?? true);
  return choices.length > 0 ? fitting : defaultValue(schema);
}

/** Where any value will do, the one that ECS takes by itself is a start. */
function defaultValue(schema: Schema | undefined): Suggestion[] {
  const value = schema?.default;
  const isPlain = typeof value === "string" || typeof value === "number";
  return isPlain ? [valueOf(value, "default")] : [];
}
