import { type Markdown, md } from "../../../../../shared/src/markdown.ts";
import type { Hover } from "vscode-languageserver-types";
import type { LookupKind, LookupParams, LookupResult } from "../../../protocol.ts";

/** What was asked of the account, and what it answered. */
export interface Answer {
  readonly params: LookupParams;
  readonly result: LookupResult;
}

/**
 * A hover that says first whether the account has what the value names; without an answer it stays as it is.
 */
export function withExistence(hover: Hover, value: string, answers: readonly Answer[]): Hover {
  const words = wordsOn(value, answers);
  if (words === undefined) return hover;
  const text = typeof hover.contents === "object" && "value" in hover.contents ? hover.contents.value : "";
  return { ...hover, contents: { kind: "markdown", value: `${words.text}\n\n---\n\n${text}` } };
}

function wordsOn(value: string, answers: readonly Answer[]): Markdown | undefined {
  const existing = answers.flatMap(({ result }) => result.values);
  const found = existing.find((each) => isNamedBy(value, each.value));
  if (found)
    return md`**Exists** in the current account${found.detail === undefined ? "" : `: ${found.detail}`}`;
  const reason = answers.find(({ result }) => result.reason !== undefined)?.result.reason;
  if (reason !== undefined) return md`_${reason}_`;
  // Only the account and region that was asked can tell, and only when it told everything.
  const owner = ownerOf(value);
  const canTell =
    answers.length > 0 &&
    answers.every(({ result }) => result.available && !result.hasMore) &&
    (owner === "" || existing.some((each) => ownerOf(each.value) === owner));
  return canTell
    ? md`**Not found** ${amongWhat[answers[0]!.params.kind] ?? "in the current account and region"}.`
    : undefined;
}

/** Where only some of a kind are looked up. */
const amongWhat: Readonly<Partial<Record<LookupKind, string>>> = {
  role: "among the roles of the current account that ECS tasks may assume",
  "task-definition-family": "among the active families of the current account and region",
  "task-definition-revision": "among the active revisions in the current account and region",
};

/** Account and region of an ARN, registry of an image; nothing for a name. */
function ownerOf(value: string): string {
  return value.startsWith("arn:")
    ? value.split(":").slice(0, 5).join(":")
    : (/^([^/]{0,255}\.amazonaws\.com[^/]{0,255})\//.exec(value)?.[1] ?? "");
}

/**
 * Secrets may be named without the six characters that AWS adds, and with a key and a version; roles and
 * parameters without the rest of their ARN.
 */
function isNamedBy(value: string, existing: string): boolean {
  if (value === existing) return true;
  if (existing.includes(":secret:"))
    return (
      value.startsWith(`${existing}:`) ||
      value.split(":").slice(0, 7).join(":") === existing.replace(/-\w{6}$/, "")
    );
  if (value.startsWith("arn:") || value === "") return false;
  return (
    existing.endsWith(`:parameter/${value.replace(/^\//, "")}`) ||
    (existing.includes(":role/") && existing.endsWith(`/${value}`))
  );
}
