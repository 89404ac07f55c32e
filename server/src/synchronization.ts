import type { Message } from "vscode-languageserver";

/**
 * False for a message about the text of a file that lacks what the protocol says is there. The library that
 * keeps the texts takes all of them as they come.
 */
export function isSoundSynchronization(message: Message): boolean {
  const { method, params } = message as { readonly method?: unknown; readonly params?: unknown };
  if (typeof method !== "string" || !Object.hasOwn(needed, method)) return true;
  const textDocument = memberOf(params, "textDocument");
  return typeof memberOf(textDocument, "uri") === "string" && needed[method]!(textDocument, params);
}

type Needed = (textDocument: unknown, params: unknown) => boolean;

const needed: Readonly<Record<string, Needed>> = {
  "textDocument/didOpen": (textDocument) =>
    typeof memberOf(textDocument, "languageId") === "string" &&
    typeof memberOf(textDocument, "text") === "string",
  "textDocument/didChange": (_, params) => {
    const changes = memberOf(params, "contentChanges");
    return Array.isArray(changes) && changes.every(isChange);
  },
  "textDocument/didClose": () => true,
};

function isChange(change: unknown): boolean {
  const range = memberOf(change, "range");
  const isPlaced =
    range === undefined || [memberOf(range, "start"), memberOf(range, "end")].every(isPosition);
  return isPlaced && typeof memberOf(change, "text") === "string";
}

function isPosition(position: unknown): boolean {
  return ["line", "character"].every((name) => typeof memberOf(position, name) === "number");
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
