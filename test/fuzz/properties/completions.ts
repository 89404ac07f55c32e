import { type CompletionItem, InsertTextFormat, type TextEdit } from "vscode-languageserver-types";
import { type FuzzCase, open } from "../case.ts";
import { edited, Lines } from "../edits.ts";
import { Fault } from "../fault.ts";
import type { Property } from "../property.ts";
import { resolveSnippet } from "../../support/accept.ts";
import { keptParts, missing } from "../tokens.ts";
import { anyPosition } from "./answers.ts";

/** Positions of one file, and items at a position, that are tried. */
const most = { positions: 3, items: 5 };

/** A completion that is accepted leaves a sound text sound. */
export const completions: Property = {
  name: "an accepted completion keeps a sound text sound",
  oneIn: 2,
  check(subject) {
    const { service, document, random } = open(subject);
    if (document.syntaxErrors.length > 0) return;
    const lines = new Lines(subject.text);
    for (let count = 0; count < most.positions; count++) {
      const position = anyPosition(subject.text, lines, random);
      const items = service.complete(document, position);
      for (let taken = 0; taken < Math.min(most.items, items.length); taken++)
        checkItem(subject, random.pick(items));
    }
  },
};

function checkItem(subject: FuzzCase, item: CompletionItem): void {
  const { range, newText } = item.textEdit as TextEdit;
  const inserted =
    item.insertTextFormat === InsertTextFormat.Snippet ? resolveSnippet(newText, "x") : newText;
  const after = edited(subject.text, [{ range, newText: inserted }, ...(item.additionalTextEdits ?? [])]);
  const { document } = open({ ...subject, text: after });
  if (document.syntaxErrors.length > 0)
    throw new Fault(
      `an accepted completion breaks the text: ${document.syntaxErrors[0]!.message}`,
      `${JSON.stringify(item)}\n${after.slice(0, 1500)}`,
    );
  const lost = missing(keptParts(subject.name, subject.text), keptParts(subject.name, after));
  if (lost.length > 0)
    throw new Fault(
      "an accepted completion loses a comment or template text",
      `${lost.join(" ")}\n${after.slice(0, 1500)}`,
    );
}
