import type { Replacement, TreeEdit, Writer } from "../syntax/edit.ts";
import type { JsonNode, JsonSource } from "../syntax/jsonNode.ts";
import { readText } from "../syntax/readText.ts";
import { writerOf } from "../syntax/writerOf.ts";
import type { FoundDefinition } from "./host.ts";

/** A writer of a file that is given edits of its definitions, in the names of the API. */
export function hostWriter(definitions: readonly FoundDefinition[], writer: Writer): Writer {
  if (definitions.every(({ written }) => !written)) return writer;
  return {
    write(edits) {
      const written = edits.map((edit) => editsOfFile(edit, definitions));
      if (!written.every((each) => each !== undefined)) return undefined;
      return byText(written.flat(), definitions, writer);
    },
  };
}

/** The value that an edit is about. */
export function subjectOf(edit: TreeEdit): JsonNode {
  switch (edit.kind) {
    case "rename":
      return edit.member;
    case "insert members":
    case "insert items":
      return edit.into;
    case "unwrap":
      return edit.outer;
    default:
      return edit.node;
  }
}

function editsOfFile(
  edit: TreeEdit,
  definitions: readonly FoundDefinition[],
): readonly TreeEdit[] | undefined {
  let root = subjectOf(edit);
  while (root.parent) root = root.parent;
  const written = definitions.find((definition) => definition.root === root)?.written;
  return written ? written(edit) : [edit];
}

/** Edits of the file itself, and of JSON that stands in one of its texts. */
function byText(
  edits: readonly TreeEdit[],
  definitions: readonly FoundDefinition[],
  writer: Writer,
): readonly Replacement[] | undefined {
  const own = definitions.find(({ root }) => root?.origin)?.root?.origin?.source;
  const written = [...new Set(edits.map((edit) => subjectOf(edit).source))].map((source) => {
    const together = edits.filter((edit) => subjectOf(edit).source === source);
    return source === own ? writer.write(together) : writtenInside(source, together);
  });
  if (!written.every((each) => each !== undefined)) return undefined;
  return written.flat().sort((a, b) => a.offset - b.offset);
}

/** What would be computed where JSON stands in a text of another language is not written. */
function writtenInside(
  { text, syntax }: JsonSource,
  edits: readonly TreeEdit[],
): readonly Replacement[] | undefined {
  if (syntax !== "json") return undefined;
  const written = writerOf("json", text, readText("json", text, {}), {}).write(edits);
  return written?.some((each) => /[$%]\{/.test(each.text)) ? undefined : written;
}
