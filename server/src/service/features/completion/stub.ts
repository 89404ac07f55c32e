import type { Schema } from "../../schema/ecsSchema.ts";
import type { Place } from "./place.ts";
import { literal, Stop, type Template, text } from "./template.ts";
import { usualMembersAt, usualValueAt } from "./usualMembers.ts";
import { plainValues } from "./leafValues.ts";

/** What to put where there is nothing yet: what ECS asks for, what people need, and stops to go on at. */
export function stubOf(place: Place): Template {
  const schema = place.schema;
  switch (typeOf(schema)) {
    case "object": {
      const names = usualMembersAt(place, place.path) ?? schema?.required ?? [];
      return Object.fromEntries(names.map((name) => [name, stubOf(place.below(name))]));
    }
    case "array":
      return [stubOf(place.below(0))];
    case undefined:
      return {};
    case "boolean":
      return booleanStop(place, schema);
    case "string":
      return text(...proposals(place, schema).map(String));
    default:
      return numberStop(place, schema);
  }
}

function booleanStop(place: Place, schema: Schema | undefined): Stop {
  const first = usualValueAt(place.path) ?? schema?.default !== true;
  return literal(first === true, first !== true);
}

function numberStop(place: Place, schema: Schema | undefined): Stop {
  const numbers = proposals(place, schema).map(Number);
  return literal(...(numbers.length > 0 ? numbers : [schema?.minimum ?? 1]));
}

/** The values that fit at the place, else the usual one. */
function proposals(place: Place, schema: Schema | undefined): readonly (string | number | boolean)[] {
  const fitting = plainValues(place);
  if (fitting.length > 0) return fitting;
  const usual = usualValueAt(place.path) ?? schema?.default;
  return typeof usual === "string" || typeof usual === "number" ? [usual] : [];
}

export function typeOf(schema: Schema | undefined): string | undefined {
  return typeof schema?.type === "string" ? schema.type : schema?.type?.[0];
}
