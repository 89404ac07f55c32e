import { proxyUser, requiredProxyProperties } from "../../data/appMesh.ts";
import type { Schema } from "../../schema/ecsSchema.ts";
import type { CursorSite } from "./cursorSite.ts";
import type { Stop } from "../scaffolds/template.ts";
import { literal, type Template, text } from "../scaffolds/template.ts";
import { usualMembersAt, usualValueAt } from "./usualMembers.ts";
import { leafValues, plainValues } from "./leafValues.ts";

/** What to put where there is nothing yet: what ECS asks for, what people need, and stops to go on at. */
export function stubOf(site: CursorSite): Template {
  const schema = site.schema;
  switch (typeOf(schema)) {
    case "object": {
      const names = usualMembersAt(site) ?? schema?.required ?? [];
      return Object.fromEntries(names.map((name) => [name, stubOf(site.below(name))]));
    }
    case "array":
      if (site.pattern === "proxyConfiguration/properties") return proxyProperties;
      return [stubOf(site.below(0))];
    case undefined:
      return {};
    case "boolean":
      return booleanStop(site, schema);
    case "string":
      return stringStop(site, schema);
    default:
      return numberStop(site, schema);
  }
}

/** What fits at the place, else the usual text, else a form with parts to fill in. */
function stringStop(site: CursorSite, schema: Schema | undefined): Template {
  const plain = proposals(site, schema).map(String);
  return plain.length > 0 ? text(...plain) : (leafValues(site)[0]?.template ?? text());
}

/** What the App Mesh proxy cannot do without. */
const proxyProperties: Template = Object.entries({ IgnoredUID: proxyUser, ...requiredProxyProperties }).map(
  ([name, value]) => ({ name, value: text(value) }),
);

function booleanStop(site: CursorSite, schema: Schema | undefined): Stop {
  const first = usualValueAt(site) ?? schema?.default !== true;
  return literal(first === true, first !== true);
}

function numberStop(site: CursorSite, schema: Schema | undefined): Stop {
  const numbers = proposals(site, schema).map(Number);
  return literal(...(numbers.length > 0 ? numbers : [schema?.minimum ?? 1]));
}

/** The values that fit at the place; the usual one where nothing but the default is known. */
function proposals(site: CursorSite, schema: Schema | undefined): readonly (string | number | boolean)[] {
  const fitting = plainValues(site);
  const usual = usualValueAt(site);
  const isKnown = fitting.some((value) => value !== schema?.default);
  return !isKnown && usual !== undefined ? [usual] : fitting;
}

export function typeOf(schema: Schema | undefined): string | undefined {
  return typeof schema?.type === "string" ? schema.type : schema?.type?.[0];
}
