import type { Fix } from "../../server/src/service/rules/fix.ts";

/** The text after the edits of a fix. */
export function applyFix(text: string, fix: Fix): string {
  const last = [...fix.edits].sort((a, b) => b.offset - a.offset);
  return last.reduce((result, edit) => result.slice(0, edit.offset) + edit.text + result.slice(edit.offset + edit.length), text);
}
