export const open: readonly string[] = [
  "an accepted completion breaks the text",
  "an accepted completion loses",
  "formatting changes a token",
  "formatting twice is not formatting once",
  "a fix leaves its finding: service-connect-discovery-name",
  "a fix leaves its finding: ebs-unencrypted",
  "a fix leaves its finding: proxy-ignored-id",
  "selection of a symbol outside of it (outline)",
  "symbol outside of its parent (outline)",
];
