import { readFileSync } from "node:fs";
import { getLanguageService } from "vscode-json-languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";
import { createLanguageService } from "../../server/src/service/service.ts";
import { type BenchDocument, documentOf, largestDocument, usualDocument } from "../documents.ts";
import { inTurn, type Row, type Section } from "../row.ts";

const schemaFile = new URL("../../schemas/task-definition.schema.json", import.meta.url);
const uri = "file:///workspace/task-definition.json";

/** Parsing and checking alone, without processes and protocol: what a keystroke cannot do without. */
export const inProcess: Section = {
  name: "in-process",
  what: "Parsing and checking in one process, beside vscode-json-languageservice with the same schema",
  measure: async () => [
    await measure(usualDocument(), 200, 0.5),
    await measure(largestDocument(), 60, 0.3),
    await measure(documentOf("640 KB", 100), 10, 0.3),
    await measure(documentOf("5 MB", 800), 5, 0.3),
  ],
};

async function measure(document: BenchDocument, times: number, goal: number): Promise<Row> {
  const service = createLanguageService();
  const json = getLanguageService({});
  json.configure({
    validate: true,
    schemas: [
      {
        uri: "memory:schema",
        fileMatch: ["*"],
        schema: JSON.parse(readFileSync(schemaFile, "utf8")) as object,
      },
    ],
  });
  let version = 0;
  const check = (): void => {
    const parsed = service.parse(uri, typed(document, ++version), version);
    service.workspace.set(parsed);
    service.diagnostics(parsed);
  };
  const validate = async (): Promise<void> => {
    const text = TextDocument.create(uri, "json", ++version, typed(document, version));
    await json.doValidation(text, json.parseJSONDocument(text));
  };
  const both = (count: number): ReturnType<typeof inTurn> =>
    inTurn(
      count,
      () => timeOf(check),
      () => timeOf(validate),
    );
  await both(Math.ceil(times / 3));
  const { ours, theirs } = await both(times);
  return {
    what: `${document.name}: parse and check`,
    unit: "ms",
    ours,
    peer: { name: "vscode-json-languageservice", samples: theirs },
    goal,
  };
}

/** The text with another digit at the place where one types, so that neither side knows it already. */
function typed({ text, line, character }: BenchDocument, version: number): string {
  const lines = text.split("\n");
  const changed = lines[line]!;
  lines[line] = changed.slice(0, character) + (version % 10) + changed.slice(character + 1);
  return lines.join("\n");
}

async function timeOf(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
