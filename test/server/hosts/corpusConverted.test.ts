import assert from "node:assert/strict";
import type { EcsDocument } from "../../../server/src/service/documents/ecsDocument.ts";
import { createLanguageService } from "../../../server/src/service/service.ts";
import { yaml } from "../../../server/src/service/syntax/yaml/parser.ts";
import { type Kind, toPlainYaml, toTemplate, toYaml } from "../../support/convert.ts";
import { isUnsayable, toTerraform } from "../../support/convertToTerraform.ts";
import { hcl } from "../../support/hcl.ts";
import { realisticFiles } from "../../support/realisticFiles.ts";

const service = createLanguageService({ yaml, hcl });

/** The converter leaves the names in tags as they are, which CloudFormation does not take. */
const ofConverter = /^tag-/;

/** The errors of a document, each once. */
function errorsOf(document: EcsDocument): readonly string[] {
  const errors = service.validate(document).filter(({ severity }) => severity === "error");
  return [...new Set(errors.map(({ code }) => code))].sort();
}

function writings(
  kind: Kind,
  value: Readonly<Record<string, unknown>>,
): readonly (readonly [string, string])[] {
  const template = toTemplate([{ kind, value }]);
  const name = kind === "service" ? "ecs-service.yaml" : "task-definition.yaml";
  const modules = isUnsayable(kind, value) ? [] : (["jsonencode", "heredoc"] as const);
  return [
    [name, toYaml(value)],
    [name, toPlainYaml(value)],
    ["template.json", JSON.stringify(template)],
    ["template.yaml", toPlainYaml(template)],
    ...modules.map((style) => ["main.tf", toTerraform(kind, value, style)] as const),
  ];
}

describe("Definitions of other people, in other syntaxes, have no other errors", () => {
  for (const { name, text } of realisticFiles(1)) {
    const document = service.parse(`file:///workspace/${name}`, text);
    const [definition] = document.definitions;
    const kind = definition?.kind;
    const isWhole =
      document.syntaxErrors.length === 0 && !document.isTemplate && definition?.shape === "plain";
    if (!isWhole || (kind !== "task-definition" && kind !== "service")) continue;
    it(name, () => {
      const known = errorsOf(document);
      const value = definition.root!.toValue() as Readonly<Record<string, unknown>>;
      for (const [file, written] of writings(kind, value)) {
        const more = errorsOf(service.parse(`file:///workspace/${file}`, written)).filter(
          (code) => !known.includes(code) && !ofConverter.test(code),
        );
        assert.deepEqual(more, [], `${file}\n${written}`);
      }
    });
  }
});
