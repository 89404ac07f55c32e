import type { FuzzFile } from "../fuzz/case.ts";
import { expectHolds } from "../fuzz/reproduction.ts";

const completion = "an accepted completion keeps a sound text sound";
const format = "formatting keeps every token and is done at once";
const quickFix = "a quick fix removes its finding and keeps comments and statements";
const ranges = "every function answers with ranges that are in the text";

const task = "task-definition.json";
const service = "ecs-service.json";
const yaml = "task-definition.yml";

interface FoundText extends Partial<FuzzFile> {
  readonly what: string;
  readonly property: string;
  readonly text: string;
}

/** The smallest texts on which a property did not hold once. */
const found: readonly FoundText[] = [
  { what: "a bracket that closes behind a placeholder", property: format, text: "{{if}}#{{}}", name: task },
  {
    what: "a template statement between a member and the cursor",
    property: completion,
    text: '{"""EL",\n"deploymentConfiguration": {  {{range }} "deploymentCircuitBreaker": { "e":l {{ -}}\n}',
    name: service,
  },
  {
    what: "a statement behind texts without commas",
    property: completion,
    text: '{""p"n"{%%}',
    name: service,
  },
  { what: "a statement behind a member", property: completion, text: "{%%}{:1{%%}", name: service },
  { what: "a statement in an unclosed text", property: completion, text: '{"":""{{range}}"' },
  {
    what: "a statement that would become a part of a text",
    property: completion,
    text: '{"ne"ns {{- range .A }}" }] }] } {{- end -}} ',
  },
  {
    what: "a line comment that a carriage return ends",
    property: completion,
    text: '{ "containerDefinitions": [{ "name": "web", "loguration"// , } ] "\r: { } }] }',
  },
  { what: "a word behind a line break in braces", property: completion, text: "{\np}", name: yaml },
  { what: "a text in braces", property: completion, text: '{ ""}', name: yaml },
  { what: "a brace behind a value without a name", property: completion, text: ": 0}", name: yaml },
  { what: "a placeholder of three characters", property: format, text: '{${}{""{{if}}' },
  { what: "a text without its closing quote behind the value", property: format, text: ':"\n""{%%}' },
  { what: "values beside a statement", property: format, text: '""{%%} 0 ""' },
  { what: "a module of Terraform", property: format, text: "{c[{", name: "main.tf" },
  { what: "template marks in a module of Terraform", property: format, text: "{{}}", name: "main.tf" },
  {
    what: "lines that end with carriage returns",
    property: format,
    text: '{"":"","":[{"":"","":[\r{"":""},{"":\n ""}]}]}',
  },
  {
    what: "a line feed at the end of lines that end with carriage returns",
    property: format,
    text: '{\r"":"","":[{"":"","":""}]}\n',
  },
  {
    what: "a discovery name that stays wrong in lower case",
    property: quickFix,
    text: '{"serviceConnectConfiguration":{"services":[{"discoveryName":"   O"',
    name: service,
  },
  {
    what: "a name of a service that is too long as well",
    property: quickFix,
    text: `{"serviceName":"${"_".repeat(255)}[orders"`,
    name: service,
  },
  {
    what: "an EBS volume that is a text",
    property: quickFix,
    text: '{"volumeConfigurations":[{"managedEBSVolume":"L"',
    name: service,
  },
  {
    what: "two entries for the user whose traffic is ignored, the last without its end",
    property: quickFix,
    text: '{"proxyConfiguration":{"properties":[{"name":"IgnoredUID"}\n{"name":"IgnoredUID"',
  },
  {
    what: "a brace beside a placeholder, when nothing is left between them",
    property: quickFix,
    text: '{"containerDefinitions":[{"":{"":{}}"logConfiguration":{"logDriver":"awslogs""options":{"":"",{{}}',
  },
  {
    what: "a closing brace in a comment",
    property: quickFix,
    text: '{"containerDefinitions":[{"ame":{//}',
  },
  {
    what: "a merge key behind a repeated element",
    property: ranges,
    text: "AWS::ECS::\n- &web\n   :\n <<: *web",
    name: yaml,
  },
  {
    what: "an alias behind a repeated element",
    property: ranges,
    text: "AWS::ECS::\n- &web\n   :\n m<: *web",
    name: yaml,
  },
  {
    what: "a block text without a line",
    property: ranges,
    text: ': :\n    : AWS::ECS::"\n    |',
    name: yaml,
  },
  { what: "a folded text without a name", property: ranges, text: ":\n  - : f\n    >", name: yaml },
];

describe("Texts that the fuzzer found", () => {
  for (const { what, property, text, name = task } of found)
    it(`hold: ${what}`, () => {
      for (let seed = 0; seed < 20; seed++) expectHolds(property, { name, text, beside: [], seed });
    });
});
