import { open, type FuzzCase, uriOf } from "../case.ts";
import { editedFiles, Lines, movedBy } from "../edits.ts";
import { Fault } from "../fault.ts";
import type { Property } from "../property.ts";
import { jsonTokens } from "../tokens.ts";

/** Symbols of one file that are renamed. */
const mostSymbols = 3;

/** A symbol that is renamed to a new name and back leaves the files as they were. */
export const rename: Property = {
  name: "a symbol is renamed there and back",
  oneIn: 4,
  check(subject) {
    const { service, document, random, texts } = open(subject);
    const lines = new Lines(subject.text);
    const tokens = jsonTokens(subject.text).filter(({ kind }) => kind === "text");
    for (let tried = 0, found = 0; tried < 20 && found < mostSymbols && tokens.length > 0; tried++) {
      const position = lines.positionOf(random.pick(tokens).offset + 1);
      const symbol = service.prepareRename(document, position);
      const name = "a-name-that-is-new";
      if (!symbol || service.refuseName(document, position, name) !== undefined) continue;
      found++;
      const edit = service.rename(document, position, name);
      const there = withTexts(subject, new Map([...texts, ...editedFiles(texts, edit)]));
      const renamed = open(there);
      const start = movedBy(edit.changes?.[document.uri] ?? [], lines, lines.offsetOf(symbol.range.start));
      const place = new Lines(there.text).positionOf(start);
      // A name that is written with escapes, or that nobody may choose, is not written back as it was.
      const [from, to] = lines.spanOf(symbol.range);
      const isPlain = subject.text.slice(from, to) === symbol.placeholder;
      if (!isPlain || renamed.service.refuseName(renamed.document, place, symbol.placeholder) !== undefined)
        continue;
      const back = renamed.service.rename(renamed.document, place, symbol.placeholder);
      const files = new Map([...renamed.texts, ...editedFiles(renamed.texts, back)]);
      for (const [uri, text] of files)
        if (text !== texts.get(uri))
          throw new Fault(
            "renaming there and back changes the text",
            `${JSON.stringify(symbol)}\n${there.text.slice(0, 700)}\n---\n${text.slice(0, 700)}`,
          );
    }
  },
};

function withTexts(subject: FuzzCase, texts: ReadonlyMap<string, string>): FuzzCase {
  return {
    ...subject,
    text: texts.get(uriOf(subject.name))!,
    beside: subject.beside.map(({ name }) => ({ name, text: texts.get(uriOf(name))! })),
  };
}
