import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { parseEcsDocument, type EcsDocument } from "../../server/src/service/documents/ecsDocument.ts";
import type { Finding } from "../../server/src/service/features/finding.ts";
import { validate } from "../../server/src/service/features/validate.ts";
import { familyOfDefinition } from "../../server/src/service/documents/workspaceIndex.ts";
import { ruleFacts, rules } from "../../server/src/service/rules/index.ts";
import type { RuleFacts, Workspace } from "../../server/src/service/rules/rule.ts";
import { applyFix } from "../support/applyFix.ts";
import { parseRulePage, type Example } from "../support/rulePage.ts";

const folder = new URL("../../docs/rules/", import.meta.url);
const byId = new Map<string, RuleFacts>(ruleFacts.map((facts) => [facts.id, facts]));
const forServices = new Set(
  rules
    .filter(({ appliesTo }) => appliesTo === "service" || appliesTo === "service with its task definition")
    .map(({ id }) => id),
);
const ids = new Set(byId.keys());
const pages = readdirSync(folder).filter((name) => name.endsWith(".md") && name !== "README.md");

for (const name of pages) {
  const page = readFileSync(new URL(name, folder), "utf8");
  describe(`docs/rules/${name}`, () => {
    for (const example of parseRulePage(page, ids)) {
      it(example.title, () => checkExample(example));
    }
  });
}

describe("Rule pages", () => {
  const headings = new Map(
    pages.flatMap((name) => {
      const text = readFileSync(new URL(name, folder), "utf8");
      return [...text.matchAll(/^#{1,6} `?([\w-]+)`?$/gm)].map((match) => [match[1]!, name] as const);
    }),
  );
  const examples = pages.flatMap((name) => parseRulePage(readFileSync(new URL(name, folder), "utf8"), ids));

  for (const id of ids) {
    it(`show where ${id} finds something and where it is silent`, () => {
      assert.ok(headings.has(id), `no page has a heading ${id}`);
      const own = examples.filter((example) => example.ruleId === id);
      assert.ok(
        own.some((example) => example.markers.some((marker) => marker.id === id)),
        "no example with a finding",
      );
      assert.ok(
        own.some((example) => example.markers.every((marker) => marker.id !== id)),
        "no example without a finding",
      );
      if (byId.get(id)!.fix)
        assert.ok(
          own.some((example) => example.fixed.length > 0),
          "the rule has a quick fix, but no block marked fixed",
        );
    });
  }

  it("use each rule id once", () => {
    assert.equal(ids.size, ruleFacts.length);
  });
});

/**
 * The findings of the example's own rule are exactly the marked ones; markers may name other rules besides.
 */
function checkExample(example: Example): void {
  const document = parseEcsDocument(
    `file:///workspace/${example.file ?? defaultFile(example.ruleId)}`,
    example.text,
  );
  const checked = new Set([example.ruleId, ...example.markers.map((marker) => marker.id)]);
  const findings = validate(document, { workspace: workspaceOf(example), rules: switchedOn(checked) }).filter(
    ({ code }) => checked.has(code),
  );
  assert.deepEqual(
    findings.map((finding) => describeFinding(document, finding)),
    example.markers.map(describeMarker),
  );
  const fixes = findings.flatMap((finding) => finding.fixes);
  for (const { title } of fixes)
    assert.match(title, /^[A-Z]\w+ \S/, "the title of a quick fix says what it does");
  for (const { title, file, text } of example.fixed) {
    const fix = title === undefined ? fixes[0] : fixes.find((candidate) => candidate.title === title);
    assert.ok(fix, `no such fix; there are: ${fixes.map((candidate) => candidate.title).join(", ")}`);
    assert.equal(fix.document?.uri.split("/").at(-1), file);
    assert.equal(applyFix(document, fix), text);
  }
}

/** What a file is called whose content does not tell what it is. */
function defaultFile(ruleId: string): string {
  return forServices.has(ruleId) ? "ecs-service.json" : "task-definition.json";
}

/** Advice that is off by default is tested with its own severity. */
function switchedOn(checked: ReadonlySet<string>): Record<string, RuleFacts["severity"]> {
  const off = [...checked].map((id) => byId.get(id)).filter((rule) => rule?.offByDefault);
  return Object.fromEntries(off.map((rule) => [rule!.id, rule!.severity]));
}

function workspaceOf(example: Example): Workspace {
  const definitions = [...example.companions].flatMap(
    ([name, text]) => parseEcsDocument(`file:///workspace/${name}`, text).definitions,
  );
  return {
    taskDefinitions: (family) =>
      definitions.filter((definition) => familyOfDefinition(definition) === family),
    resource: () => undefined,
    families: () => definitions.flatMap((definition) => familyOfDefinition(definition) ?? []),
  };
}

function describeFinding(document: EcsDocument, { code, severity, span, message }: Finding): string {
  const { start, end } = document.rangeOf(span);
  const shownSeverity = severity === byId.get(code)?.severity ? "" : `(${severity}) `;
  return `${start.line}:${start.character}-${end.line === start.line ? end.character : `${end.line}:${end.character}`} ${code} ${shownSeverity}${message}`;
}

function describeMarker({ id, line, start, end, severity, message }: Example["markers"][number]): string {
  return `${line}:${start}-${end} ${id} ${severity === undefined || severity === byId.get(id)?.severity ? "" : `(${severity}) `}${message}`;
}
