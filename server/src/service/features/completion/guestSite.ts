import { type Definition, definitionAt, type EcsDocument } from "../../documents/ecsDocument.ts";
import type { WorkspaceIndex } from "../../documents/workspaceIndex.ts";
import { schemaAt } from "../../schema/ecsSchema.ts";
import { type Cursor, cursorAt } from "./cursor.ts";
import { CursorSite } from "./cursorSite.ts";
import { type HclCursor, hclCursorAt } from "./hclCursor.ts";
import { typeOf } from "./stub.ts";
import { type YamlCursor, yamlCursorAt } from "./yamlCursor.ts";

/** A cursor as the syntax of the file tells it. */
export type GuestCursor =
  | { readonly syntax: "json"; readonly cursor: Cursor }
  | { readonly syntax: "yaml"; readonly cursor: YamlCursor }
  | { readonly syntax: "hcl"; readonly cursor: HclCursor };

/** What can be completed at an offset of a file that is not our JSON, and how it is to be written. */
export interface GuestSite {
  readonly site: CursorSite;
  readonly written: GuestCursor;
}

export function guestSiteAt(
  document: EcsDocument,
  offset: number,
  workspace: WorkspaceIndex,
): GuestSite | undefined {
  const written = cursorIn(document, offset);
  if (!written || written.cursor.expects === "nothing") return undefined;
  const place = placeOf(withoutTyped(document, written.cursor), written.cursor, offset);
  if (!place) return undefined;
  const { definition, path } = place;
  const expects = expected(definition, path, written);
  if (!expects) return undefined;
  return { site: new CursorSite(definition, { ...written.cursor, path, expects }, workspace), written };
}

/**
 * The file without what is typed at the cursor, where that keeps it from being read. HCL cannot do without a
 * value, so a number takes its place.
 */
function withoutTyped(document: EcsDocument, { replace, expects }: Cursor): EcsDocument {
  const { text, syntax, syntaxErrors } = document;
  if (syntaxErrors.length === 0) return document;
  const needsValue = syntax === "hcl" && expects === "value";
  const isAfterBlank = text[replace.offset - 1] === " ";
  const start = needsValue && replace.length === 0 && isAfterBlank ? replace.offset - 1 : replace.offset;
  const end = replace.offset + replace.length;
  const filler = needsValue ? "0".padEnd(end - start) : " ".repeat(end - start);
  return start === end ? document : document.edited(text.slice(0, start) + filler + text.slice(end));
}

function cursorIn({ syntax, text }: EcsDocument, offset: number): GuestCursor | undefined {
  if (syntax === "json") return { syntax, cursor: cursorAt(text, offset) };
  if (syntax === "yaml") {
    const cursor = yamlCursorAt(text, offset);
    return cursor && { syntax, cursor };
  }
  const cursor = hclCursorAt(text, offset);
  return cursor && { syntax, cursor };
}

function placeOf(
  { definitions, ...document }: EcsDocument,
  { path }: Cursor,
  offset: number,
): { readonly definition: Definition; readonly path: readonly (string | number)[] } | undefined {
  for (const definition of definitions) {
    const inside = definition.paths?.inside(path, offset);
    if (inside) return { definition, path: inside };
  }
  // The documents of a YAML file follow each other; each goes on until the next one.
  const own =
    definitions.findLast(({ root, paths }) => !paths && root && root.offset <= offset) ??
    definitionAt({ definitions, ...document }, offset);
  if (!own || own.paths) return undefined;
  const prefix = own.root?.path ?? [];
  const isInside = prefix.every((step, index) => path[index] === step);
  return isInside ? { definition: own, path: path.slice(prefix.length) } : undefined;
}

/** In YAML a word may be a name or a value: what the schema has there tells. */
function expected(
  { kind, shape }: Definition,
  path: readonly (string | number)[],
  { syntax, cursor }: GuestCursor,
): Cursor["expects"] | undefined {
  if (syntax !== "yaml" || cursor.expects !== "key") return cursor.expects;
  const schema = schemaAt(kind, shape, path);
  if (cursor.isInBrackets || typeOf(schema) === "object") return "key";
  // Under a name that has a value already nothing else may stand.
  return schema && cursor.isEntry ? "value" : undefined;
}
