import fc from "fast-check";
import { unorderedRows } from "../../client/src/model/sameToEcs.table.ts";
import { heldBy, kindOfType, structureOf } from "./ecsSdkShapes.ts";

type Json = unknown;
type Members = Record<string, Json>;

/** Values for members whose text means something to the comparison. */
const texts: Readonly<Record<string, readonly string[]>> = {
  cpu: ["256", "1 vCPU", ".5 vcpu", "2048"],
  memory: ["512", "2 GB", "0.5GB", "4096"],
  field: ["cpu", "memory", "host", "instanceId", "attribute:ecs.availability-zone"],
  rootDirectory: ["/", "/data"],
};

const words = fc.constantFrom("a", "b", "B", "10", "2", "01", "1", "web", "x-y", "x_y", "é");

/** Any value of a structure of the SDK, whether ECS would take it or not. */
export function arbitraryOf(structure: string): fc.Arbitrary<Members> {
  const members = [...structureOf(structure).members].map(([member, { type }]) => [
    member,
    valueOf(member, type),
  ]);
  return fc
    .record(Object.fromEntries(members) as Record<string, fc.Arbitrary<Json>>, { requiredKeys: [] })
    .map((value) => ({ ...value }));
}

/** A few members of a structure: as many exclude each other, ECS would take hardly any with all of them. */
export function fewOf(
  structure: string,
  most: number,
  known: Readonly<Record<string, fc.Arbitrary<Json>>> = {},
): fc.Arbitrary<Members> {
  const members = [...structureOf(structure).members].map(([member, { type }]) =>
    (known[member] ?? valueOf(member, type)).map((value) => [member, value] as const),
  );
  return fc.array(fc.oneof(...members), { maxLength: most }).map((entries) => Object.fromEntries(entries));
}

function valueOf(member: string, type: string): fc.Arbitrary<Json> {
  const { name, isList, isMap } = heldBy(type);
  if (isMap) return fc.dictionary(words, fc.oneof(words, fc.constant("")), { maxKeys: 3 });
  const entry = entryOf(member, name);
  return isList ? listOf(member, entry) : entry;
}

function entryOf(member: string, name: string): fc.Arbitrary<Json> {
  const type = kindOfType(name);
  if (type?.kind === "structure") return arbitraryOf(name);
  if (type?.kind === "enum") return fc.constantFrom(...type.values);
  if (name === "number") return fc.integer({ min: 0, max: 400 });
  if (name === "boolean") return fc.boolean();
  const known = texts[member];
  return known ? fc.constantFrom(...known) : words;
}

/** Entries of lists whose entries have names of their own are told apart by them, as ECS wants it. */
function listOf(member: string, entry: fc.Arbitrary<Json>): fc.Arbitrary<readonly Json[]> {
  const row = unorderedRows.find(({ list }) => list === member);
  const { by } = row ?? {};
  if (by === undefined) return fc.array(entry, { maxLength: 3 });
  return fc.uniqueArray(entry, { maxLength: 3, selector: (item) => (item as Members)[by] ?? "" });
}
