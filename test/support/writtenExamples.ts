import { createLanguageService } from "../../server/src/service/service.ts";
import { rules } from "../../server/src/service/rules/index.ts";
import { type Kind, toPlainYaml, toTemplate, toYaml } from "./convert.ts";
import { isUnsayable, toTerraform } from "./convertToTerraform.ts";
import type { Example } from "./rulePage.ts";

/** An example of a rule page as it is written in another syntax. */
export interface WrittenExample {
  readonly title: string;
  /** The rule that the example is about. */
  readonly ruleId: string;
  readonly syntax: "YAML" | "CloudFormation JSON" | "CloudFormation YAML" | "Terraform";
  readonly file: string;
  readonly text: string;
  readonly companions: Example["companions"];
}

const forServices = new Set(
  rules
    .filter(({ appliesTo }) => appliesTo === "service" || appliesTo === "service with its task definition")
    .map(({ id }) => id),
);

/** The ways in which an example that is a definition as the API takes it can be written. */
export function writings(example: Example): readonly WrittenExample[] {
  const { companions, ruleId } = example;
  const file = example.file ?? (forServices.has(ruleId) ? "ecs-service.json" : "task-definition.json");
  const document = createLanguageService().parse(`file:///workspace/${file}`, example.text);
  const [definition] = document.definitions;
  const isRead = document.syntaxErrors.length === 0 && !document.isTemplate;
  if (!definition?.root || !isRead || !["plain", "fragment"].includes(definition.shape)) return [];
  const kind = definition.kind as Kind;
  if (kind !== "task-definition" && kind !== "service") return [];
  const value = definition.root.toValue() as Readonly<Record<string, unknown>>;
  const base = { ruleId, title: example.title, companions };
  const yaml = { syntax: "YAML", file: file.replace(/\.jsonc?$/, ".yaml"), text: toYaml(value) } as const;
  if (definition.shape !== "plain") return [{ ...base, ...yaml }];
  const template = toTemplate([{ kind, value }]);
  const texts = [
    yaml,
    { syntax: "CloudFormation JSON", file: "template.json", text: JSON.stringify(template, null, 2) },
    { syntax: "CloudFormation YAML", file: "template.yaml", text: toPlainYaml(template) },
  ] as const;
  const modules = isUnsayable(kind, value) ? [] : (["jsonencode", "heredoc"] as const);
  return [
    ...texts.map((each) => ({ ...base, ...each })),
    ...modules.map((style) => ({
      ...base,
      syntax: "Terraform" as const,
      file: "main.tf",
      text: toTerraform(kind, value, style),
    })),
  ];
}

/** The same text with a comment at the end of every line in which one may stand. */
export function withComments({ text, syntax }: WrittenExample): string | undefined {
  if (syntax === "CloudFormation JSON" || text.includes("<<DEFINITION") || /: [|>]/.test(text))
    return undefined;
  return text.replace(/(?<=\S)$/gm, () => ` # a comment`);
}
