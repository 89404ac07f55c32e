import { isSecret } from "../../../shared/src/secrets.ts";
import { hidden } from "./masked.ts";

/** One value that differs. */
export interface Change {
  /** Where: `api` › `image`, by names where the entries of a list have them. */
  readonly path: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

/** What differs between two normalised forms, in their order; nothing only if they are equal. */
export function changesBetween(
  before: unknown,
  after: unknown,
  path: readonly string[] = [],
): readonly Change[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const [from, to] = [asMembers(before), asMembers(after)];
  if (!from || !to || Array.isArray(before) !== Array.isArray(after)) return [{ path, before, after }];
  const names = [...new Set([...from.keys(), ...to.keys()])];
  const inside = names.flatMap((name) => changesBetween(from.get(name), to.get(name), [...path, name]));
  // The order of the entries differs, and it counts.
  return inside.length === 0 && Array.isArray(before) ? [{ path, before, after }] : inside;
}

/**
 * A list whose entries have names of their own, as members by these names; an object as itself; anything else
 * is a value.
 */
function asMembers(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const named = value.map((item: unknown) => [nameOf(item), item] as const);
  const names = new Set(named.map(([name]) => name));
  // Two entries of one name would hide each other.
  if (names.size < named.length || names.size === 0 || names.has(undefined)) return undefined;
  return new Map(named as readonly (readonly [string, unknown])[]);
}

function nameOf(item: unknown): string | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  const { name, key, containerPort } = item as { name?: string; key?: string; containerPort?: number };
  return name ?? key ?? containerPort?.toString();
}

/**
 * A change in words: `Image of api: 4f2c9e1 → 9b1d33a`, `LOG_LEVEL of api: info → debug`. Secrets are hidden.
 */
export function changeWords({ path, before, after }: Change): string {
  const [top = "", container, member = "", name] = path;
  const named = path.at(-1) === "value" ? path.slice(0, -1) : path;
  const subject =
    top !== "containerDefinitions" || container === undefined
      ? named.join(" › ")
      : containerSubject(container, member, name, named);
  const secretName = named.at(-1) ?? "";
  if (before === undefined) return `${subject}: added${valueWords(secretName, after, " ")}`;
  if (after === undefined) return `${subject}: removed${valueWords(secretName, before, ", was ")}`;
  if (Array.isArray(before) && Array.isArray(after))
    return `${subject}: ${listWords(secretName, before, after)}`;
  const [from, to] =
    member === "image"
      ? tagsOnly(text(before), text(after))
      : [valueWords(secretName, before), valueWords(secretName, after)];
  return from === to ? `${subject}: changed` : `${subject}: ${from} → ${to}`;
}

function containerSubject(
  container: string,
  member: string,
  name: string | undefined,
  named: readonly string[],
): string {
  if (member === "") return `Container ${container}`;
  if (member === "image") return `Image of ${container}`;
  if ((member === "environment" || member === "secrets") && name !== undefined)
    return `${name} of ${container}`;
  return `${named.slice(2).join(" › ")} of ${container}`;
}

/** Long and nested values are for the diff; here they would only hide the rest. */
function valueWords(name: string, value: unknown, before = ""): string {
  const inner = typeof value === "object" && value !== null && "value" in value ? value.value : value;
  if (typeof inner === "object") return "";
  const whole = text(inner);
  const short = whole.length > 60 ? `${whole.slice(0, 59)}…` : whole;
  return `${before}${isSecret(name, whole) ? hidden : short || "(empty)"}`;
}

/** What is gone from a list, and what is new in it. */
function listWords(name: string, before: readonly unknown[], after: readonly unknown[]): string {
  const without = (items: readonly unknown[], others: readonly unknown[]): readonly unknown[] => {
    const known = new Set(others.map((item) => JSON.stringify(item)));
    return items.filter((item) => !known.has(JSON.stringify(item)));
  };
  const [gone, added] = [without(before, after), without(after, before)];
  const parts = [
    ...(gone.length > 0 ? [`removed ${entryWords(name, gone)}`] : []),
    ...(added.length > 0 ? [`added ${entryWords(name, added)}`] : []),
  ];
  return parts.length > 0 ? parts.join(", ") : "other order";
}

const entryWords = (name: string, items: readonly unknown[]): string =>
  items.some((item) => typeof item === "object")
    ? `${items.length} ${items.length === 1 ? "entry" : "entries"}`
    : items.map((item) => valueWords(name, item)).join(", ");

const text = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** Of two images of one repository, only what differs. */
function tagsOnly(before: string, after: string): readonly [string, string] {
  const split = (image: string): readonly [string, string] => {
    const nameStart = image.lastIndexOf("/") + 1;
    const end = image.slice(nameStart).search(/[:@]/);
    return end < 0 ? [image, ""] : [image.slice(0, nameStart + end), image.slice(nameStart + end + 1)];
  };
  const [[from, oldVersion], [to, newVersion]] = [split(before), split(after)];
  return from === to && oldVersion && newVersion ? [oldVersion, newVersion] : [before, after];
}
