import assert from "node:assert/strict";
import type { EcsDocument } from "../../server/src/service/documents/ecsDocument.ts";
import type { JsonNode, Span } from "../../server/src/service/syntax/jsonNode.ts";
import { createLanguageService, type LanguageService } from "../../server/src/service/service.ts";
import { rulePageExamples } from "../support/rulePageExamples.ts";

/** Asks everything that the service answers about a file, as an editor does at one place. */
function askAll(service: LanguageService, document: EcsDocument, offset: number): void {
  service.workspace.set(document);
  const position = document.lines.positionAt(offset);
  const range = { start: position, end: position };
  const whole = document.rangeOf({ offset: 0, length: document.text.length });
  service.diagnostics(document);
  service.quickFixes(document, whole);
  service.fixAll(document);
  service.complete(document, position);
  service.lookupsForCompletion(document, position);
  service.lookupsForHover(document, position);
  service.hover(document, position);
  service.inlayHints(document, whole);
  service.codeLenses(document);
  service.documentLinks(document);
  service.definition(document, position);
  service.references(document, position, true);
  service.highlights(document, position);
  service.prepareRename(document, position);
  service.refuseName(document, position, "renamed");
  service.rename(document, position, "renamed");
  service.outline(document);
  service.workspaceSymbols("");
  service.foldingRanges(document);
  service.selectionRanges(document, [position]);
  service.formatting(document, { tabSize: 2, insertSpaces: true }, range);
  service.prepare(document, { toString: "x", constructor: "y" });
  service.locate(document, ["containerDefinitions", 0, "constructor"]);
}

/** One of each place of the rule pages at which a name or a text stands. */
function places(): { readonly file: string; readonly text: string; readonly span: Span }[] {
  const service = createLanguageService();
  const seen = new Set<string>();
  return rulePageExamples().flatMap(({ file = "task-definition.json", text }) => {
    const root = service.parse(`file:///workspace/${file}`, text).file;
    const spans = root ? spansIn(root) : [];
    return spans.flatMap(({ place, span }) => {
      if (seen.has(place)) return [];
      seen.add(place);
      return [{ file, text, span }];
    });
  });
}

function spansIn(node: JsonNode): { readonly place: string; readonly span: Span }[] {
  const place = node.path.map((step) => (typeof step === "number" ? "*" : step)).join("/");
  return [
    ...(node.keySpan ? [{ place: `${place} name`, span: node.keySpan }] : []),
    ...(node.type === "object" || node.type === "array" ? [] : [{ place, span: node }]),
    ...node.elements.flatMap(spansIn),
  ];
}

/** What a careless reader of a text takes for something else. */
const treacherous: Readonly<Record<string, readonly string[]>> = {
  "names of members of every object": ["constructor", "__proto__", "toString", "hasOwnProperty"],
  "placeholders of such names": ["${constructor}", "$toString", "${__proto__}", "{{ valueOf }}"],
  "halves of characters": ["\ud800", "arn:aws:ecs:eu-west-1:123456789012:cluster/\udc00"],
};

describe("Any text gets an answer", () => {
  const all = places();

  it("in which no value of another type is called undefined", () => {
    const service = createLanguageService();
    const faults = new Set<string>();
    for (const value of ["5", "true", "{}", "[]", '[{ "a": 1 }]'])
      for (const { file, text, span } of all) {
        const changed = text.slice(0, span.offset) + value + text.slice(span.offset + span.length);
        for (const { message } of service.validate(service.parse(`file:///workspace/${file}`, changed)))
          if (/\bundefined\b|\[object|\bNaN\b/.test(message)) faults.add(message);
      }
    assert.deepEqual([...faults], []);
  });

  for (const [name, texts] of Object.entries(treacherous))
    for (const inserted of texts.map((text) => JSON.stringify(text)))
      it(`with ${name}: ${inserted}`, () => {
        for (const { file, text, span } of all) {
          const service = createLanguageService();
          const changed = text.slice(0, span.offset) + inserted + text.slice(span.offset + span.length);
          const document = service.parse(`file:///workspace/${file}`, changed);
          assert.doesNotThrow(() => askAll(service, document, span.offset + inserted.length - 1), changed);
        }
      });
});
