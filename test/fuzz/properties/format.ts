import { parse, type ParseError } from "jsonc-parser";
import { open } from "../case.ts";
import { edited, Lines } from "../edits.ts";
import { Fault } from "../fault.ts";
import type { Property } from "../property.ts";
import { jsonTokens } from "../tokens.ts";
import { anyPosition } from "./answers.ts";

/** Formatting changes white space only, and a second time nothing. */
export const format: Property = {
  name: "formatting keeps every token and is done at once",
  oneIn: 2,
  check(subject) {
    if (/\.ya?ml$/.test(subject.name)) return;
    const { service, document, random } = open(subject);
    const layout = {
      tabSize: 1 + random.below(8),
      insertSpaces: random.oneIn(2),
      insertFinalNewline: random.oneIn(2),
    };
    const after = edited(subject.text, service.formatting(document, layout));
    sameTokens(subject.text, after, "formatting");
    const formatted = open({ ...subject, text: after });
    const again = edited(after, formatted.service.formatting(formatted.document, layout));
    if (again !== after)
      throw new Fault(
        "formatting twice is not formatting once",
        `${after.slice(0, 700)}\n---\n${again.slice(0, 700)}`,
      );
    const lines = new Lines(subject.text);
    const [start, end] = [
      anyPosition(subject.text, lines, random),
      anyPosition(subject.text, lines, random),
    ].sort((a, b) => a.line - b.line || a.character - b.character);
    const part = edited(subject.text, service.formatting(document, layout, { start: start!, end: end! }));
    sameTokens(subject.text, part, "formatting of a range");
  },
};

function sameTokens(before: string, after: string, what: string): void {
  // What is JSON by itself is not a template.
  const faults: ParseError[] = [];
  parse(before, faults);
  const [old, now] = [before, after].map((text) =>
    jsonTokens(text, faults.length > 0).map((token) => token.text.trimEnd()),
  );
  const index = old!.findIndex((token, at) => token !== now![at]);
  if (index >= 0 || old!.length !== now!.length)
    throw new Fault(
      `${what} changes a token`,
      `${old![index]} became ${now![index]}\n${after.slice(0, 1500)}`,
    );
}
