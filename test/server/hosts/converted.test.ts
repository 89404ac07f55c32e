import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import type { Definition } from "../../../server/src/service/documents/ecsDocument.ts";
import type { Finding } from "../../../server/src/service/features/finding.ts";
import { ruleFacts, rules } from "../../../server/src/service/rules/index.ts";
import { createLanguageService, type LanguageService } from "../../../server/src/service/service.ts";
import type { JsonNode } from "../../../server/src/service/syntax/jsonNode.ts";
import { yaml } from "../../../server/src/service/syntax/yaml/parser.ts";
import { type Kind, toPlainYaml, toTemplate, toYaml } from "../../support/convert.ts";
import { isUnsayable, toTerraform } from "../../support/convertToTerraform.ts";
import { hcl } from "../../support/hcl.ts";
import { type Example, parseRulePage } from "../../support/rulePage.ts";

const folder = new URL("../../../docs/rules/", import.meta.url);
const ids = new Set(ruleFacts.map(({ id }) => id));
const forServices = new Set(
  rules
    .filter(({ appliesTo }) => appliesTo === "service" || appliesTo === "service with its task definition")
    .map(({ id }) => id),
);
const everyRule = Object.fromEntries(ruleFacts.map(({ id, severity }) => [id, severity]));

/** What is asked of the way in which a definition is written, and not of the definition. */
const ofJson: ReadonlySet<string> = new Set([
  "json-syntax",
  "json-duplicate-key",
  "task-definition-too-large",
]);

/** What CloudFormation gives or converts by itself, or has no place for. */
const ofTheApi: ReadonlySet<string> = new Set([
  ...ofJson,
  "family-required",
  "service-name-required",
  "desired-count-missing",
]);

/** The examples of all rule pages that are a definition as the API takes it. */
const examples = readdirSync(folder)
  // What comments suppress is of no use where the comments get lost.
  .filter((name) => name.endsWith(".md") && name !== "README.md" && name !== "suppressions.md")
  .flatMap((name) =>
    parseRulePage(readFileSync(new URL(name, folder), "utf8"), ids).map((example) => ({ ...example, name })),
  );

describe("The examples of the rule pages have the same findings at the same values", () => {
  for (const example of examples) {
    const original = open(example.text, { ...example, file: example.file ?? defaultFile(example) });
    const definition = original.definition;
    if (!definition?.root || !["plain", "fragment"].includes(definition.shape) || original.hasErrors)
      continue;
    const kind = definition.kind;
    if (kind !== "task-definition" && kind !== "service") continue;
    const value = definition.root.toValue();
    const isAboutSpelling = /^(?:property-wrong-case|tag-shape-map)$/.test(example.ruleId);
    const isConvertible =
      definition.shape === "plain" &&
      !isAboutSpelling &&
      !original.findings.some((finding) => isConverted(definition.root!, finding));
    if (isConvertible)
      it(`in CloudFormation: ${example.name} ${example.title}`, () => {
        const template = toTemplate([{ kind, value }]);
        for (const [name, text] of [
          ["template.json", JSON.stringify(template, null, 2)],
          ["template.yaml", toYaml(template)],
          ["template.yml", toPlainYaml(template)],
        ] as const)
          compare(original, open(text, { ...example, file: name }), ofTheApi, text);
      });

    const terraform = value as Readonly<Record<string, unknown>>;
    if (isConvertible && !isUnsayable(kind, terraform))
      it(`in Terraform: ${example.name} ${example.title}`, () => {
        for (const style of ["jsonencode", "heredoc"] as const) {
          const text = toTerraform(kind, terraform, style);
          compare(original, open(text, { ...example, file: "main.tf" }), ofTheApi, text);
        }
      });

    it(`in YAML: ${example.name} ${example.title}`, () => {
      for (const text of [toYaml(value), toPlainYaml(value)]) {
        const written = open(text, { ...example, file: yamlName(example, kind) });
        compare(original, written, ofJson, text);
      }
    });
  }
});

/** True for a value of a wrong type that CloudFormation gives the right one. */
function isConverted(root: JsonNode, finding: Finding): boolean {
  if (!/^wrong-type|^awslogs-create-group-value$/.test(finding.code)) return false;
  const { type, raw } = nodeOf(root, finding);
  return type === "number" || type === "boolean" || /^(?:-?\d+|true|false)$/.test(raw ?? "");
}

/** What a file is called whose content does not tell what it is. */
function defaultFile({ ruleId }: Example): string {
  return forServices.has(ruleId) ? "ecs-service.json" : "task-definition.json";
}

interface Opened {
  readonly service: LanguageService;
  readonly definition: Definition | undefined;
  readonly findings: readonly Finding[];
  readonly hasErrors: boolean;
}

function open(text: string, { file, companions }: Pick<Example, "file" | "companions">): Opened {
  const service = createLanguageService({ yaml, hcl });
  for (const [name, companion] of companions)
    service.workspace.set(service.parse(`file:///workspace/${name}`, companion));
  const document = service.parse(`file:///workspace/${file ?? "task-definition.json"}`, text);
  const findings = service.validate(document, everyRule);
  return {
    service,
    definition: document.definitions[0],
    findings,
    hasErrors: document.syntaxErrors.length > 0 || document.isTemplate,
  };
}

function yamlName({ file }: Example, kind: Kind): string {
  return (file ?? (kind === "service" ? "ecs-service.json" : "task-definition.json")).replace(
    /\.jsonc?$/,
    ".yaml",
  );
}

function compare(original: Opened, written: Opened, excused: ReadonlySet<string>, text: string): void {
  const expected = original.findings.filter(({ code }) => !excused.has(code));
  const found = written.findings.filter(({ code }) => !excused.has(code));
  const left = [...found];
  const missing: string[] = [];
  for (const finding of expected) {
    const node = nodeOf(original.definition!.root!, finding);
    const twin = node && at(written.definition!.root!, node.path);
    const index = left.findIndex(
      ({ code, severity, span }) =>
        code === finding.code && severity === finding.severity && twin !== undefined && isPlaceOf(twin, span),
    );
    if (index < 0) missing.push(`${finding.code} at ${node?.path.join("/")}`);
    else left.splice(index, 1);
  }
  const more = left.map(({ code, message }) => `${code}: ${message}`);
  assert.deepEqual({ missing, more }, { missing: [], more: [] }, text);
}

/** The innermost value that a finding is about. */
function nodeOf(root: JsonNode, { span }: Finding): JsonNode {
  const inside = root.elements.find(
    ({ keySpan, offset, length }) =>
      (keySpan?.offset ?? offset) <= span.offset && span.offset + span.length <= offset + length,
  );
  return inside ? nodeOf(inside, { span } as Finding) : root;
}

function at(root: JsonNode, path: readonly (string | number)[]): JsonNode | undefined {
  return path.reduce<JsonNode | undefined>(
    (node, step) =>
      typeof step === "number" ? node?.elements[step] : node?.members.findLast(({ key }) => key === step),
    root,
  );
}

function isPlaceOf(node: JsonNode, span: { offset: number; length: number }): boolean {
  return [node, node.keySpan, node.opening].some(
    (place) => place && place.offset === span.offset && place.length === span.length,
  );
}
