import type { Definition } from "../../documents/ecsDocument.ts";
import type { Path } from "../../hosts/host.ts";
import { Stop, type Template, TextWithStops } from "../scaffolds/template.ts";
import type { CursorSite } from "./cursorSite.ts";
import type { Suggestion } from "./suggestion.ts";

/**
 * A suggestion with the names that the file has for members; undefined for a member that is not offered
 * there.
 */
export function spelled(suggestion: Suggestion, { definition, cursor }: CursorSite): Suggestion | undefined {
  const { paths } = definition;
  if (!paths) return suggestion;
  const { label, template, beside = {} } = suggestion;
  const { path } = cursor;
  if (cursor.expects === "value") {
    const isOutline = /^[[{]/.test(label);
    const shown = isOutline ? label.replace(/\w+/g, (name) => definition.spelling.write(name)) : label;
    const written = templateOf(template, path, definition);
    return written === undefined ? undefined : { ...suggestion, label: shown, template: written };
  }
  const members = membersOf({ [label]: template, ...beside }, path, definition);
  const [first, ...others] = Object.entries(members ?? {});
  return first && { ...suggestion, label: first[0], template: first[1], beside: Object.fromEntries(others) };
}

function templateOf(template: Template, path: Path, definition: Definition): Template | undefined {
  if (Array.isArray(template)) {
    const items = (template as readonly Template[]).map((item) => templateOf(item, [...path, 0], definition));
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  if (typeof template !== "object" || template instanceof Stop || template instanceof TextWithStops)
    return template;
  return membersOf(template as Readonly<Record<string, Template>>, path, definition);
}

function membersOf(
  members: Readonly<Record<string, Template>>,
  path: Path,
  definition: Definition,
): Readonly<Record<string, Template>> | undefined {
  const written = Object.entries(members).map(([name, member]) => {
    const key = definition.paths!.nameOf(path, name);
    const value = templateOf(member, [...path, name], definition);
    return key === undefined || value === undefined ? undefined : ([key, value] as const);
  });
  return written.every((each) => each !== undefined) ? Object.fromEntries(written) : undefined;
}
