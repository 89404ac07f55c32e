import { leafValues } from "./leafValues.ts";
import type { CursorSite } from "./cursorSite.ts";
import { scaffoldSuggestions } from "./scaffolds.ts";
import { stubOf, typeOf } from "./stub.ts";
import { snippet, type Suggestion } from "./suggestion.ts";
import type { Template } from "../scaffolds/template.ts";

/**
 * What may stand as a value at the cursor: strings and numbers that fit, or whole objects and lists to fill
 * in.
 */
export function valueCompletions(site: CursorSite): readonly Suggestion[] {
  const { schema } = site;
  if (!schema) return [];
  const type = typeOf(schema);
  // Whole objects do not go into quotes.
  const isQuoted =
    site.cursor.replace.length > 0 && site.definition.document.parsedText[site.cursor.replace.offset] === '"';
  if (type !== "object" && type !== "array") return leafValues(site);
  if (isQuoted || isInRefusedList(site)) return [];
  const stub = stubOf(site);
  return [...scaffoldSuggestions(site), snippet(outlineOf(stub), stub, "new")];
}

/** True in a list at the top of the file that takes no more, or that the launch type refuses. */
function isInRefusedList(site: CursorSite): boolean {
  const { path, task, service } = site;
  // A service configures one volume at most.
  if (path[0] === "volumeConfigurations" && path.length === 2)
    return (site.enclosing(1)?.items.length ?? 0) > 0;
  const isFargate = service ? service.isFargate : task?.isFargate;
  return Boolean(isFargate) && String(path[0]).startsWith("placement");
}

/** The members of an object to fill in: `{ name, value }`. */
function outlineOf(template: Template): string {
  if (Array.isArray(template))
    return `[${template
      .filter((item: Template) => typeof item === "object" && !("proposals" in item))
      .map(outlineOf)
      .join("")}]`;
  const names = Object.keys(template);
  return names.length === 0 ? "{}" : `{ ${names.join(", ")} }`;
}
