import assert from "node:assert/strict";
import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { type EcsDocument, parseEcsDocument } from "../../server/src/service/documents/ecsDocument.ts";
import { type RuleSettings, validate } from "../../server/src/service/features/validate.ts";
import { ruleFacts, rules } from "../../server/src/service/rules/index.ts";
import { parseRulePage } from "../support/rulePage.ts";

const root = new URL("../../", import.meta.url);
/** Real files of other people, kept beside the project because of their licences. */
const corpus = new URL("../shared/corpus/files/", root);

/** The members that a rule is about, where it says so. */
const subjects = new Map(rules.flatMap(({ id, about }) => (about ? [[id, about] as const] : [])));
/** With these in a file, no rule is left out. */
const everyName = new Set([...subjects.values()].flat());
const everyRule: RuleSettings = Object.fromEntries(rules.map(({ id, severity }) => [id, severity]));

describe("A rule that is about certain members", () => {
  const documents = [...examples(), ...textsIn(new URL("samples/", root)), ...textsIn(corpus)].map(
    ([name, text]) => parseEcsDocument(`file:///workspace/${name}`, text),
  );

  it("names members of ECS, or options, that some example has", () => {
    const known = new Set(documents.flatMap((document) => [...memberNamesOf(document)]));
    for (const [id, about] of subjects)
      assert.ok(
        about.some((name) => known.has(name)),
        `${id} is about ${about.join(", ")}`,
      );
  });

  it("finds nothing in examples, samples and real files without these members", () => {
    for (const document of documents) assert.deepEqual(unexpected(document), [], document.text);
  });

  it("finds nothing in any of them once these members are taken away", () => {
    const checked = new Set<string>();
    for (const document of documents) {
      const memberNames = memberNamesOf(document);
      for (const names of subjects.values()) {
        if (!names.some((name) => memberNames.has(name))) continue;
        const rest = JSON.stringify(without(document.file?.toValue(), new Set(names)));
        if (checked.has(rest)) continue;
        checked.add(rest);
        assert.deepEqual(
          unexpected(parseEcsDocument(document.uri, rest)),
          [],
          `without ${names.join(", ")}: ${document.text}`,
        );
      }
    }
  });
});

/** What rules find although nothing of what they are about is there, so that it would be missed. */
function unexpected(document: EcsDocument): string[] {
  const definitions = document.definitions.map((definition) => ({ ...definition, memberNames: everyName }));
  const found = validate({ ...document, definitions }, { rules: everyRule });
  const memberNames = memberNamesOf(document);
  return found
    .map(({ code }) => code)
    .filter((code) => subjects.get(code)?.every((name) => !memberNames.has(name)));
}

function memberNamesOf({ definitions }: EcsDocument): ReadonlySet<string> {
  return definitions[0]?.memberNames ?? new Set();
}

/** A value without the members of these names, wherever they stand. */
function without(value: unknown, names: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => without(item, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => (names.has(key) ? [] : [[key, without(member, names)]])),
  );
}

/** The examples of all pages, by the name of a file. */
function examples(): (readonly [string, string])[] {
  const folder = new URL("docs/rules/", root);
  const ids = new Set<string>(ruleFacts.map(({ id }) => id));
  const pages = readdirSync(folder).filter((name) => name.endsWith(".md") && name !== "README.md");
  return pages
    .flatMap((page) => parseRulePage(readFileSync(new URL(page, folder), "utf8"), ids))
    .map(({ file, text }) => [file ?? "task-definition.json", text]);
}

function textsIn(folder: URL): (readonly [string, string])[] {
  if (!existsSync(folder)) return [];
  return globSync("**/*.json", { cwd: folder }).map((path) => [
    path,
    readFileSync(new URL(path, folder), "utf8"),
  ]);
}
