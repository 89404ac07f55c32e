import type { Classification, Kind } from "../documents/classify.ts";
import type { TreeEdit } from "../syntax/edit.ts";
import type { Spelling } from "../syntax/spelling.ts";

/** What kind of file a definition stands in. */
export type HostId = "plain" | "cloudformation" | "terraform";

/**
 * What features may do with a definition. In files that belong to another language we change nothing unasked.
 */
export interface Abilities {
  readonly diagnose: boolean;
  readonly hover: boolean;
  readonly navigate: boolean;
  readonly fix: boolean;
  readonly complete: boolean;
  readonly format: boolean;
}

export type Path = readonly (string | number)[];

/** The ways through a file of another language. */
export interface HostPaths {
  /**
   * The way from the definition to what a way from the top of the file leads to; undefined for what does not
   * belong to the definition. An offset tells apart what has the same name, as the blocks of a list have.
   */
  readonly inside: (path: Path, offset: number) => Path | undefined;
  /**
   * What a member of the object at the end of a way is called in the file; undefined where others offer it.
   */
  readonly nameOf: (path: Path, name: string) => string | undefined;
}

/** A definition as its host finds it. */
export interface FoundDefinition extends Classification {
  readonly kind: Exclude<Kind, "unknown">;
  readonly host: HostId;
  readonly abilities: Abilities;
  readonly spelling: Spelling;
  /** Members of the outermost object that the host gives a value where the file has none. */
  readonly supplied: ReadonlySet<string>;
  /** What the rest of the file calls it: its logical id or resource address. */
  readonly id?: string;
  /** The id of the task definition of the same file that it runs. */
  readonly runs?: string;
  /**
   * An edit of this definition as edits of the file's own values, which have other names and may stand
   * elsewhere. Undefined for what the file cannot say, or says in a way that is not known. Absent where both
   * are the same.
   */
  readonly written?: (edit: TreeEdit) => readonly TreeEdit[] | undefined;
  /** How the file's own paths and names belong to those of the definition. Absent where both are the same. */
  readonly paths?: HostPaths;
}

export const everyAbility: Abilities = {
  diagnose: true,
  hover: true,
  navigate: true,
  fix: true,
  complete: true,
  format: true,
};

/** In files of other languages, whose own extensions format. */
export const guestAbilities: Abilities = { ...everyAbility, format: false };
