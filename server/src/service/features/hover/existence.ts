import type { Hover } from "vscode-languageserver-types";
import type { LookupResult } from "../../../protocol.ts";

/** A hover that says first whether the account has what the value names; without an answer it stays as it is. */
export function withExistence(hover: Hover, value: string, answers: readonly LookupResult[]): Hover {
  const words = wordsOn(value, answers);
  if (words === undefined) return hover;
  const text = typeof hover.contents === "object" && "value" in hover.contents ? hover.contents.value : "";
  return { ...hover, contents: { kind: "markdown", value: `${words}\n\n---\n\n${text}` } };
}

function wordsOn(value: string, answers: readonly LookupResult[]): string | undefined {
  const existing = answers.flatMap(({ values }) => values);
  const found = existing.find((each) => isNamedBy(value, each.value));
  if (found) return `**Exists** in the current account${found.detail === undefined ? "" : `: ${found.detail}`}`;
  // Only the account and region that was asked can tell, and only when it told everything.
  const owner = ownerOf(value);
  const canTell = answers.length > 0 && answers.every(({ hasMore }) => !hasMore) && (owner === "" || existing.some((each) => ownerOf(each.value) === owner));
  return canTell ? "**Not found** in the current account and region." : undefined;
}

/** Account and region of an ARN, registry of an image; nothing for a name. */
function ownerOf(value: string): string {
  return value.startsWith("arn:") ? value.split(":").slice(0, 5).join(":") : (/^([^/]+\.amazonaws\.com[^/]*)\//.exec(value)?.[1] ?? "");
}

/** ARNs of secrets may go on with a key and a version, families with a revision, and parameters may be named without their ARN. */
function isNamedBy(value: string, existing: string): boolean {
  return value === existing || value.startsWith(`${existing}:`) || existing.endsWith(`:parameter${value}`);
}
