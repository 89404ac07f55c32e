import type { Fix } from "../../server/src/service/rules/kit/fix.ts";

/** The text after the edits of a fix; of edits at one place the first comes first, as editors have it. */
export function applyFix(text: string, fix: Fix): string {
  const lastFirst = fix.edits.toReversed().sort((a, b) => b.offset - a.offset);
  return lastFirst.reduce(
    (result, edit) => result.slice(0, edit.offset) + edit.text + result.slice(edit.offset + edit.length),
    text,
  );
}
