import assert from "node:assert/strict";
import { createLanguageService } from "../../../server/src/service/service.ts";
import { accept } from "../../support/accept.ts";
import { openWithCursor } from "../../support/cursor.ts";
import { disturbances } from "../../support/disturbed.ts";
import { rulePageExamples } from "../../support/rulePageExamples.ts";

/** One example of this many, and of those that are not longer than this, as each is asked at every offset. */
const share = 60;
const longest = 1_200;

/** The labels at the cursor, and what accepting the first makes of the text. */
function completed(marked: string): {
  readonly labels: readonly string[];
  readonly first: string | undefined;
} {
  const { service, document, position } = openWithCursor({ "task-definition.json": marked });
  const items = service.complete(document, position);
  return {
    labels: items.map(({ label }) => label),
    first: items[0] && accept(document.lines, items[0]),
  };
}

describe("Completion beside a value that is there", () => {
  it("replaces a plain value on the same line", () => {
    for (const [text, expected] of [
      [`{ "networkMode": $0"bridge" }`, `{ "networkMode": "awsvpc" }`],
      [`{ "networkMode":$0 "bridge" }`, `{ "networkMode": "awsvpc" }`],
      [`{ "networkMode":$0"bridge", "family": "a" }`, `{ "networkMode": "awsvpc", "family": "a" }`],
    ] as const)
      assert.equal(completed(text).first, expected, text);
  });

  it("suggests nothing beside any other", () => {
    for (const text of [
      `{ "networkMode": $0\n"bridge" }`,
      `{ "networkMode": $0 /* why */ "bridge" }`,
      `{ "volumes": $0 [] }`,
      `{ "networkMode": $0 {} }`,
      `{ "networkMode": $0 \${MODE} }`,
      `{ "networkMode": $0{{ if x }}"host"{{ else }}"bridge"{{ end }} }`,
    ])
      assert.deepEqual(completed(text).labels, [], text);
  });

  it("takes a text with a colon for the next member", () => {
    assert.equal(
      completed(`{ "networkMode": $0\n  "family": "a" }`).first,
      `{ "networkMode": "awsvpc",\n  "family": "a" }`,
    );
  });

  it("suggests nothing inside of comments, placeholders and template statements", () => {
    for (const text of [
      `{ // $0\n "family": "a" }`,
      `{ /$0/ x\n "family": "a" }`,
      `{ /* "a": 1, $0 */ "family": "a" }`,
      `{ {{ if $0 }}{{ end }} "family": "a" }`,
      `{ "family": "a", {% if x %$0}{% endif %} "cpu": "256" }`,
      `{ "family": "a", $\{EX$0TRA} "cpu": "256" }`,
      `{ "family": "a", "networkMode": "$\{MO$0DE}" }`,
    ])
      assert.deepEqual(completed(text).labels, [], text);
  });
});

describe("Accepting a completion anywhere in a rule page", () => {
  const examples = rulePageExamples().filter(
    ({ text }, index) => index % share === 0 && text.length <= longest,
  );

  for (const [name, disturb] of Object.entries({ "nothing else": (text: string) => text, ...disturbances }))
    it(`keeps a sound text sound: ${name}`, () => {
      for (const { file = "task-definition.json", text } of examples)
        for (const fault of faultsOf(`file:///workspace/${file}`, disturb(text))) assert.fail(fault);
    }).timeout(120_000);
});

/** What the first and the last of the items at each offset would break. */
function* faultsOf(uri: string, text: string): Generator<string> {
  const service = createLanguageService();
  const document = service.parse(uri, text);
  if (document.syntaxErrors.length > 0) return;
  service.workspace.set(document);
  for (let offset = 0; offset <= text.length; offset++) {
    const items = service.complete(document, document.lines.positionAt(offset));
    for (const item of items.length > 0 ? [items[0]!, items.at(-1)!] : []) {
      // Whether a text is sound cannot be told while statements are in it.
      const accepted = accept(document.lines, item, "x").replaceAll(/\{\{.*?\}\}|\{%.*?%\}/g, "");
      if (service.parse(uri, accepted).syntaxErrors.length > 0)
        yield `${item.label} at ${text.slice(0, offset)}|${text.slice(offset)}\n->\n${accepted}`;
    }
  }
}
