import assert from "node:assert/strict";
import type { EcsDocument } from "../../../server/src/service/documents/ecsDocument.ts";
import { createLanguageService, type LanguageService } from "../../../server/src/service/service.ts";
import type { JsonNode } from "../../../server/src/service/syntax/jsonNode.ts";
import { yaml } from "../../../server/src/service/syntax/yaml/parser.ts";
import { accept } from "../../support/accept.ts";
import { type Kind, toPlainYaml, toTemplate } from "../../support/convert.ts";
import { isUnsayable, toTerraform } from "../../support/convertToTerraform.ts";
import { hcl } from "../../support/hcl.ts";
import { realisticFiles } from "../../support/realisticFiles.ts";

/** A text with the offset at which something is completed. */
interface Place {
  readonly name: string;
  readonly text: string;
  readonly offset: number;
}

/** A definition in the other syntaxes. */
function writings(
  kind: Kind,
  value: Readonly<Record<string, unknown>>,
): readonly (readonly [string, string])[] {
  const template = toTemplate([{ kind, value }]);
  return [
    [kind === "service" ? "ecs-service.yaml" : "task-definition.yaml", toPlainYaml(value)],
    ["template.yaml", toPlainYaml(template)],
    ["template.json", JSON.stringify(template, null, 2)],
    ...(isUnsayable(kind, value) ? [] : [["main.tf", toTerraform(kind, value, "jsonencode")] as const]),
  ];
}

/** Each kind of value emptied, and a new line behind each kind of member. */
function placesIn({ text, definitions: [definition], syntax }: EcsDocument): readonly Place[] {
  const places = new Map<string, Place>();
  const visit = (node: JsonNode): void => {
    const name = node.path.map((step) => (typeof step === "number" ? "*" : step)).join("/");
    const end = node.offset + node.length;
    const isOnLine = !text.slice(node.offset, end).includes("\n");
    if (isOnLine && !node.isDynamic && node.elements.length === 0 && node.keySpan && node.length > 0)
      places.set(name, { name, text: text.slice(0, node.offset) + text.slice(end), offset: node.offset });
    const lineStart = node.keySpan ? text.lastIndexOf("\n", node.keySpan.offset) + 1 : 0;
    const indent = text.slice(lineStart, node.keySpan?.offset ?? 0);
    const isLast = node.parent?.members.at(-1) === node;
    if (isOnLine && isLast && /^[ -]*$/.test(indent) && syntax !== "json" && /^\r?\n/.test(text.slice(end))) {
      const line = `\n${" ".repeat(indent.length)}`;
      places.set(`${name} below`, {
        name: `${name} below`,
        text: text.slice(0, end) + line + text.slice(end),
        offset: end + line.length,
      });
    }
    node.elements.forEach(visit);
  };
  definition?.root?.elements.forEach(visit);
  return [...places.values()];
}

/** Findings that ask for what a user writes next. */
const otherHalf = /^awslogs-group-required$|^network-configuration-fargate$/;

function errorsOf(service: LanguageService, document: EcsDocument): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code, severity } of service.validate(document))
    if (severity === "error" && !otherHalf.test(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

describe("Accepting a completion in YAML, templates and modules", () => {
  let accepted = 0;
  for (const { name, text } of realisticFiles(16)) {
    const json = createLanguageService().parse(`file:///workspace/${name}`, text);
    const [definition] = json.definitions;
    const kind = definition?.kind;
    const isWhole = json.syntaxErrors.length === 0 && !json.isTemplate && definition?.shape === "plain";
    if (!isWhole || (kind !== "task-definition" && kind !== "service")) continue;
    it(`makes nothing invalid in ${name}`, () => {
      for (const [file, written] of writings(kind, definition.root!.toValue() as Record<string, unknown>))
        accepted += acceptEverywhere(file, written);
    });
  }

  after("and something is offered", () => assert.ok(accepted > 500, String(accepted)));
});

/** How many items were accepted, one after the other, each in the text as it is. */
function acceptEverywhere(file: string, text: string): number {
  const service = createLanguageService({ yaml, hcl });
  const original = service.parse(`file:///workspace/${file}`, text);
  service.workspace.set(original);
  const before = errorsOf(service, original);
  const faults: string[] = [];
  let count = 0;
  for (const place of placesIn(original)) {
    const document = service.parse(original.uri, place.text);
    service.workspace.set(document);
    for (const item of service.complete(document, document.lines.positionAt(place.offset)).slice(0, 12)) {
      count += 1;
      const result = service.parse(original.uri, accept(document.lines, item, "${STOP}"));
      service.workspace.set(result);
      const worse = [...errorsOf(service, result)].filter(([code, now]) => now > (before.get(code) ?? 0));
      if (result.syntaxErrors.length > 0) faults.push(`${file} ${place.name}: ${item.label}\n${result.text}`);
      else if (worse.length > 0)
        faults.push(`${file} ${place.name}: ${item.label} → ${worse.map(([code]) => code).join(", ")}`);
    }
  }
  assert.deepEqual([...new Set(faults)], []);
  return count;
}
