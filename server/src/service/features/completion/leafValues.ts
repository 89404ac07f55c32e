import { CompletionItemKind } from "vscode-languageserver-types";
import type { Schema } from "../../schema/ecsSchema.ts";
import type { CursorSite } from "./cursorSite.ts";
import { type Suggestion, valueOf } from "./suggestion.ts";
import { choiceFilters } from "./values/choices.ts";
import { providersAt } from "./values/index.ts";

/**
 * The strings, numbers and truths that may stand at a place: those that depend on neighbours, else those of
 * the schema.
 */
export function leafValues(site: CursorSite): readonly Suggestion[] {
  const own = (providersAt.get(site.pattern) ?? []).flatMap((provider) => provider.suggest(site));
  return own.length > 0 ? own : schemaValues(site.schema, site);
}

/** Those of {@link leafValues} that leave nothing to fill in. */
export function plainValues(site: CursorSite): readonly (string | number | boolean)[] {
  return leafValues(site).flatMap(({ template }) => (typeof template === "object" ? [] : [template]));
}

function schemaValues(schema: Schema | undefined, site: CursorSite): Suggestion[] {
  if (schema?.type === "boolean") return [valueOf(true), valueOf(false)];
  const filter = choiceFilters.find(({ path }) => path === site.pattern);
  const choices = (schema?.enum ?? []).map((value, index) => ({
    ...valueOf(value, undefined, schema?.enumDescriptions?.[index]),
    kind: CompletionItemKind.EnumMember,
  }));
  const fitting = choices.filter(({ label }) => filter?.fits(label, site) ?? true);
  return choices.length > 0 ? fitting : defaultValue(schema);
}

/** Where any value will do, the one that ECS takes by itself is a start. */
function defaultValue(schema: Schema | undefined): Suggestion[] {
  const value = schema?.default;
  const isPlain = typeof value === "string" || typeof value === "number";
  return isPlain ? [valueOf(value, "default")] : [];
}
