import assert from "node:assert/strict";
import { type CompletionItem, InsertTextFormat } from "vscode-languageserver-types";
import { openWithCursor } from "../../support/cursor.ts";

/** The text of each snippet that is offered at a place, by label. */
function snippetsAt(name: string, marked: string): [label: string, text: string][] {
  const { service, document, position } = openWithCursor({ [name]: marked });
  const isSnippet = ({ insertTextFormat }: CompletionItem): boolean =>
    insertTextFormat === InsertTextFormat.Snippet;
  return service
    .complete(document, position)
    .filter(isSnippet)
    .map(({ label, textEdit }) => [label, textEdit!.newText]);
}

/** The numbers of the stops, in the order of the text; a character behind a backslash is none. */
const stopsOf = (snippet: string): number[] =>
  [...snippet.matchAll(/\\.|\$\{?(\d+)/gs)].flatMap(([, number]) =>
    number === undefined ? [] : Number(number),
  );

/** The name of the member in which the first stop is. */
const firstMember = (snippet: string): string | undefined =>
  /"(\w+)": (?:"[^"]*)?\$\{?1\D/.exec(snippet)?.[1];

const container = (members: string): string =>
  `{ "family": "orders", "containerDefinitions": [{ "name": "app", ${members} }] }`;

const places: readonly (readonly [place: string, file: string, marked: string])[] = [
  ["an empty task definition", "task-definition.json", "$0"],
  ["an empty service", "ecs-service.json", "$0"],
  ["a list of containers", "task-definition.json", '{ "family": "orders", "containerDefinitions": [$0] }'],
  ["a health check", "task-definition.json", container('"healthCheck": $0')],
  ["a log configuration", "task-definition.json", container('"logConfiguration": $0')],
  ["a list of port mappings", "task-definition.json", container('"portMappings": [$0]')],
  ["the members of a task definition", "task-definition.json", '{ "family": "orders", $0 }'],
  ["the members of a container", "task-definition.json", container("$0")],
  [
    "the members of a service",
    "ecs-service.json",
    '{ "serviceName": "orders", "taskDefinition": "orders", $0 }',
  ],
];

describe("The tab stops of snippets", () => {
  for (const [place, file, marked] of places) {
    it(`follow the text from the first to the last, and end behind it: ${place}`, () => {
      const snippets = snippetsAt(file, marked);
      assert.ok(snippets.length > 0);
      for (const [label, text] of snippets) {
        const stops = stopsOf(text);
        assert.ok(stops.length > 0, label);
        assert.deepEqual(
          stops,
          stops.map((_, index) => index + 1),
          label,
        );
      }
    });
  }

  it("begin where a thing gets its name", () => {
    // An empty object has no members, and the name of the log router is given: others depend on it.
    const named = ([label]: readonly string[]): boolean => label !== "{}" && label !== "FireLens log router";
    const first = (file: string, marked: string): unknown[] => [
      ...new Set(
        snippetsAt(file, marked)
          .filter(named)
          .map(([, text]) => firstMember(text)),
      ),
    ];
    assert.deepEqual(first("task-definition.json", "$0"), ["family"]);
    assert.deepEqual(first("ecs-service.json", "$0"), ["serviceName"]);
    assert.deepEqual(first("task-definition.json", '{ "family": "orders", "containerDefinitions": [$0] }'), [
      "name",
    ]);
  });
});
