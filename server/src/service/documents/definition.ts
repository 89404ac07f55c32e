import type { Classification, Kind } from "./classify.ts";
import type { EcsDocument } from "./ecsDocument.ts";

/** What a definition can be. */
export type DefinitionKind = Exclude<Kind, "unknown">;

/** One task definition, service or other input of the ECS API inside a file: what rules and features work on. */
export interface Definition extends Classification {
  readonly kind: DefinitionKind;
  /** The file that holds it. */
  readonly document: EcsDocument;
  /** The names of all members that may concern it, in the spelling of the API. */
  readonly memberNames: ReadonlySet<string>;
}

/** The definition that an offset belongs to: in a file that is one definition as a whole, that one. */
export function definitionAt({ definitions }: EcsDocument, offset: number): Definition | undefined {
  if (definitions.length < 2) return definitions[0];
  return definitions.find(({ root }) => root && root.offset <= offset && offset <= root.offset + root.length);
}
