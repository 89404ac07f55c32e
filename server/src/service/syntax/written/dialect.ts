import type { Replacement } from "../edit.ts";
import type { JsonNode } from "../jsonNode.ts";

/** How a syntax that is written in lines, and in brackets, writes what a {@link TextWriter} is asked for. */
export interface Dialect {
  /** True for an object or list that stands in brackets, with commas between what is in it. */
  readonly isBracketed: (container: JsonNode) => boolean;
  /** True where something must stand between two entries in brackets that are on lines of their own. */
  readonly needsCommas: (container: JsonNode) => boolean;
  /** Where an entry starts: with its name, or the mark of an element. */
  readonly start: (entry: JsonNode) => number;
  readonly end: (entry: JsonNode) => number;
  /** A member as text, without what is before its first line. */
  readonly member: (member: readonly [key: string, value: unknown], place: EntryPlace) => string;
  readonly element: (value: unknown, place: EntryPlace) => string;
  readonly replace: (node: JsonNode, value: unknown) => readonly Replacement[] | undefined;
  /** The replacement that leaves an object or list of lines without entries. */
  readonly emptied: (container: JsonNode) => Replacement | undefined;
  /** What fills an object or list that has no entries. */
  readonly filled: (container: JsonNode, values: readonly unknown[]) => readonly Replacement[] | undefined;
}

/** Where an entry is to be written. */
export interface EntryPlace {
  readonly container: JsonNode;
  /** The blanks before the entry, if it is on a line of its own. */
  readonly indent: string;
  /** The entry behind which it goes. */
  readonly after: JsonNode | undefined;
}
