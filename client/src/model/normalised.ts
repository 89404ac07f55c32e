import { defaultRows, emptyTexts, maps, spellingRows, unorderedRows } from "./sameToEcs.table.ts";

type Json = unknown;
type Members = Readonly<Record<string, Json>>;

/**
 * A task definition in the one form that stands for all that ECS treats alike, as `sameToEcs.table.ts` says:
 * defaults and empty values left out, lists without an order sorted, one spelling, members by name. Two
 * inputs with equal forms make equal tasks.
 */
export const normalised = (definition: object): Members =>
  (normal(definition, "taskDefinition", { ...definition }) ?? {}) as Members;

/** Like {@link normalised}, for a member of a service; undefined for one that says nothing. */
export const normalisedMember = (name: string, value: unknown, service: object): unknown =>
  memberOf("service", name, value, { [name]: value }, { ...service });

/** The form of a value that the member `name` holds. */
function normal(value: Json, name: string, input: Members): Json {
  if (Array.isArray(value))
    return ordered(
      value.map((item) => normal(item, name, input)),
      name,
    );
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Date) return value;
  const holder = value as Members;
  const isMap = maps.has(name);
  const members = Object.keys(holder)
    .sort()
    .map((member) => [
      member,
      isMap ? holder[member] : memberOf(name, member, holder[member], holder, input),
    ]);
  return Object.fromEntries(members.filter(([, inner]) => inner !== undefined)) as Members;
}

/** The form of one member of a structure; undefined when it says nothing. */
function memberOf(structure: string, member: string, value: Json, holder: Members, input: Members): Json {
  if (value === null || value === undefined) return undefined;
  if (value === "" && !emptyTexts.has(`${structure}.${member}`)) return undefined;
  const inner = typeof value === "string" ? spelled(structure, member, value) : normal(value, member, input);
  return isEmpty(inner) || isDefault(structure, member, inner, holder, input) ? undefined : inner;
}

/** An empty list says the same as none. */
const isEmpty = (value: Json): boolean =>
  typeof value === "object" && value !== null && !(value instanceof Date) && Object.keys(value).length === 0;

function isDefault(structure: string, member: string, value: Json, holder: Members, input: Members): boolean {
  return defaultRows.some(
    (row) =>
      row.in === structure &&
      row.member === member &&
      value === (typeof row.value === "function" ? row.value(holder, input) : row.value),
  );
}

const spelled = (structure: string, member: string, text: string): string =>
  spellingRows
    .filter((row) => row.in === structure && row.member === member)
    .reduce((spelling, row) => row.spelled(spelling), text);

function ordered(items: readonly Json[], name: string): readonly Json[] {
  const row = unorderedRows.find(({ list }) => list === name);
  if (!row) return items;
  const text = (item: Json): string => {
    const whole = JSON.stringify(item);
    const { by } = row;
    return by === undefined ? whole : `${JSON.stringify((item as Members)[by] ?? "")} ${whole}`;
  };
  return items
    .map((item) => ({ item, text: text(item) }))
    .sort((a, b) => a.text.localeCompare(b.text, "en", { numeric: true }) || (a.text < b.text ? -1 : 1))
    .map(({ item }) => item);
}
