import { defaultRows, emptyTexts, maps, unorderedRows } from "../../client/src/model/sameToEcs.table.ts";
import { heldBy, kindOfType, structureOf } from "./ecsSdkShapes.ts";

type Json = unknown;
type Members = Readonly<Record<string, Json>>;

/**
 * What an ECS answers to an input that makes as much as it can of its freedom: defaults filled in, empty
 * lists for those that were left out, lists without an order turned round, sizes in units, fields in
 * capitals, members in another order.
 */
export function ecsEcho(input: Members, structure: string, name: string): Members {
  return echoed(input, structure, name, input);
}

function echoed(value: Members, structure: string, name: string, input: Members): Members {
  const given = Object.fromEntries(
    Object.entries(value).filter(([member, inner]) => inner !== "" || emptyTexts.has(`${name}.${member}`)),
  );
  const filled = { ...emptyLists(structure), ...defaultsOf(name, given, input), ...given };
  const members = Object.entries(filled).map(([member, inner]) => [
    member,
    answer(name, member, inner, structureOf(structure).members.get(member)?.type ?? "", input),
  ]);
  return Object.fromEntries(members.reverse()) as Members;
}

const emptyLists = (structure: string): Members =>
  Object.fromEntries(
    [...structureOf(structure).members]
      .filter(([, { type }]) => heldBy(type).isList)
      .map(([member]) => [member, []]),
  );

function defaultsOf(name: string, holder: Members, input: Members): Members {
  const rows = defaultRows.filter((row) => row.in === name);
  const values = rows.map(({ member, value }) => [
    member,
    typeof value === "function" ? value(holder, input) : value,
  ]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as Members;
}

function answer(holder: string, member: string, value: Json, type: string, input: Members): Json {
  const { name, isList } = heldBy(type);
  if (maps.has(member)) return Object.fromEntries(Object.entries(value as Members).reverse());
  const one = (item: Json): Json =>
    kindOfType(name)?.kind === "structure"
      ? echoed(item as Members, name, member, input)
      : spelled(holder, member, item);
  if (!isList) return one(value);
  const items = (value as readonly Json[]).map(one);
  return unorderedRows.some(({ list }) => list === member) ? items.reverse() : items;
}

function spelled(holder: string, member: string, value: Json): Json {
  if (typeof value !== "string") return value;
  if (holder === "taskDefinition" && (member === "cpu" || member === "memory")) {
    const amount = Number.parseFloat(value);
    return /vcpu|gb/i.test(value) ? String(amount * 1024) : value;
  }
  if (holder !== "placementStrategy" || member !== "field") return value;
  if (value === "host") return "instanceId";
  return value === "cpu" || value === "memory" ? value.toUpperCase() : value;
}
