import { secretPlaces } from "../../../shared/src/secretForms.ts";
import { shortened } from "../../../shared/src/plainText.ts";
import { documentText } from "./documentText.ts";
import { hidden } from "./masked.ts";

/** The most characters of an entry of the log. */
const longest = 10_000;

/**
 * A text for the log, which VS Code keeps on disk: without controls, and without what is known as a secret by
 * its form.
 */
export function logText(text: string): string {
  const shown = documentText(shortened(text, longest));
  return secretPlaces(shown).reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + hidden + rest.slice(end),
    shown,
  );
}

/**
 * What is kept of a message between client and server that is traced: which one it was, never what it said.
 * Texts of files and the values of placeholders are in it.
 */
export function traceHead(text: string): string {
  if (!text.startsWith("{")) return logText(text.split("\n", 1)[0] ?? "");
  const method = /"method":"([\w/$]{1,100})"/.exec(text)?.[1];
  return `Message ${method ?? "without method"}`;
}
