/**
 * How the signatures of faults begin that are known and not mended yet. `npm test` passes over them; `npm run fuzz` shows
 * them with --all.
 */
export const open: readonly string[] = [
  "exception: TypeError in server/src/service/features/completion/values/network.ts",
  "exception: TypeError in server/src/service/features/prepare.ts",
  "range outside of the text (prepare",
  "a problem of a prepared file outside of its text",
  "a prepared value is not what the text says",
  "an accepted completion breaks the text",
  "an accepted completion loses",
  "formatting changes a token",
  "formatting twice is not formatting once",
  "a fix leaves its finding",
  "an edit loses",
];
