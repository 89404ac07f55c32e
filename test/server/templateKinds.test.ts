import assert from "node:assert/strict";
import { parseEcsDocument } from "../../server/src/service/documents/ecsDocument.ts";
import { createLanguageService } from "../../server/src/service/service.ts";
import { formatting } from "../../server/src/service/features/formatting.ts";
import { TextDocument } from "vscode-languageserver-textdocument";

const uri = "file:///workspace/task-definition.json";
const service = createLanguageService();

/** A task definition without a fault, with more members of its container. */
const withMembers = (members: string): string => `{
  "family": "orders",
  "containerDefinitions": [
    { "name": "api", "image": "orders:1.4", "essential": true, ${members} }
  ]
}
`;

/** Errors and warnings. */
const findings = (text: string): readonly string[] =>
  service
    .validate(service.parse(uri, text))
    .filter(({ severity }) => severity === "error" || severity === "warning")
    .map(({ code }) => code);

const formatted = (text: string): string => {
  const document = parseEcsDocument(uri, text);
  const edits = formatting(document, { tabSize: 2, insertSpaces: true });
  return TextDocument.applyEdits(TextDocument.create(uri, "json", 0, text), edits);
};

/** Unquoted placeholders of every tool, where a value is expected. */
const values: Readonly<Record<string, string>> = {
  "Azure Pipelines": "$(CPU)",
  "Azure Pipelines, with a dot": "$(Build.BuildId)",
  Concourse: "((cpu))",
  "Concourse, from a vault": "((vault:orders.cpu))",
  ERB: "<%= ENV['CPU'] %>",
  "ERB with double quotes": '<%= ENV["CPU"] %>',
  EJS: "<%- cpu %>",
  shell: "${CPU}",
  Jinja: "{{ cpu }}",
  "a name between the marks of a statement": "{% cpu %}",
};

/** Template text around members. */
const blocks: Readonly<Record<string, string>> = {
  "Terraform's if": '%{ if small }"cpu": 128,%{ else }"cpu": 256,%{ endif ~} "memory": 512',
  "Terraform's for":
    '"memory": 512, "environment": [%{ for k, v in env ~} { "name": "${k}", "value": "${v}" }, %{ endfor ~}]',
  "Jinja's if": '{% if small %}"cpu": 128,{% else %}"cpu": 256,{% endif %} "memory": 512',
  "Go's if": '{{ if .Small }}"cpu": 128,{{ else }}"cpu": 256,{{ end }} "memory": 512',
  "two of Go's ifs": '{{ if .A }}"cpu": 128,{{ end }}{{ if .B }}"cpu": 256,{{ end }} "memory": 512',
  "ERB's if": '<% if small %>"cpu": 128,<% else %>"cpu": 256,<% end %> "memory": 512',
  "ERB's each": '"memory": 512, "entryPoint": [<% words.each do |word| %>"<%= word %>",<% end %> "run"]',
  "EJS's if": '<% if (small) { %>"cpu": 128,<% } else { %>"cpu": 256,<% } %> "memory": 512',
};

/** Placeholders for names and members. */
const members: Readonly<Record<string, string>> = {
  "a name without quotes": '${NAME}: 5, "memory": 512',
  "a name in quotes": '"${NAME}": 5, "memory": 512',
  "several members at the end": '"memory": 512, ${MORE}',
  "several members at the start": '${MORE}, "memory": 512',
  "several members in the middle": '"cpu": 5, $(More), "memory": 512',
  "members that bring what is needed": "${LIMITS}",
  "a name and members": '((name)): 5, <%= more %>, "memory": 512',
  "the same placeholder twice": '${MORE}, "memory": 512, ${MORE}',
};

describe("Template text of every tool", () => {
  for (const [what, text] of Object.entries(values)) {
    it(`stands for a value: ${what}`, () => {
      assert.deepEqual(findings(withMembers(`"memory": ${text}, "cpu": 128`)), []);
      assert.deepEqual(findings(withMembers(`"memory": 512, "cpu": ${text}`)), []);
      assert.deepEqual(findings(withMembers(`"memory": 512, "entryPoint": [ ${text}, "run" ]`)), []);
    });
    it(`stands for a value in quotes: ${what}`, () => {
      if (text === "{% cpu %}") return;
      assert.deepEqual(findings(withMembers(`"memory": "${text}"`)), []);
      assert.deepEqual(findings(withMembers(`"memory": 512, "user": "u-${text}"`)), []);
    });
    it(`does not keep other faults from being seen: ${what}`, () =>
      assert.deepEqual(findings(withMembers(`"memory": ${text}, "essentail": true`)), ["unknown-property"]));
  }
  for (const [what, text] of Object.entries({ ...blocks, ...members }))
    it(`is no fault: ${what}`, () => assert.deepEqual(findings(withMembers(text)), []));

  for (const [what, text] of Object.entries({ ...values, ...blocks, ...members }))
    it(`stays as it is when the file is formatted and fixed: ${what}`, () => {
      const whole = withMembers(what in values ? `"memory": ${text}` : text).replace(
        '"essential": true',
        '"essential":"true"',
      );
      const compact = formatted(whole);
      assert.equal(compact.replaceAll(/\s/g, ""), whole.replaceAll(/\s/g, ""));
      assert.ok(compact.includes(text) || what in blocks || / ,|,\S/.test(text) || /\n/.test(compact));
      const fixed = service.fixedText(service.parse(uri, whole)).text;
      assert.equal(fixed, whole.replace('"true"', "true"));
    });

  it("may be removed and stays removed: what stands beside members of a placeholder", () => {
    for (const [before, after] of [
      ['${MORE}, "memory": 512, "cpu": null', '${MORE}, "memory": 512'],
      ['"cpu": null, ${MORE}, "memory": 512', '${MORE}, "memory": 512'],
      ['"memory": 512, "cpu": null, ${MORE}', '"memory": 512, ${MORE}'],
    ] as const)
      assert.equal(service.fixedText(service.parse(uri, withMembers(before))).text, withMembers(after));
  });

  it("is asked for before a definition is registered, and filled in", () => {
    const text = withMembers('"memory": $(Memory), ((name)): "a", <%= ENV.fetch("MORE", "") %>, "cpu": 5');
    const document = service.parse(uri, text);
    assert.deepEqual(
      service.prepare(document, {}).unresolved.map(({ name, fallback }) => [name, fallback]),
      [
        ["Memory", undefined],
        ["name", undefined],
        ["MORE", ""],
      ],
    );
    const values = { Memory: "512", name: '"user"', MORE: '"hostname": "a", "links": ["b"]' };
    const { input, problems } = service.prepare(document, values);
    assert.deepEqual(
      problems.map(({ message }) => message),
      [],
    );
    assert.deepEqual(input?.["containerDefinitions"], [
      {
        name: "api",
        image: "orders:1.4",
        essential: true,
        memory: 512,
        user: "a",
        hostname: "a",
        links: ["b"],
        cpu: 5,
      },
    ]);
  });

  it("is not what a shell puts in, nor what it calculates, nor the format of a line of a log", () => {
    const command = (text: string): string =>
      withMembers(`"memory": 512, "command": ["sh", "-c", "${text}"]`);
    for (const text of ["echo $(hostname) $(date)", "echo $((1+2)) $((i))", "log %{User-Agent}i %{+YYYY}"])
      assert.deepEqual(service.prepare(service.parse(uri, command(text)), {}).unresolved, [], text);
  });

  it("hides no name that is set twice, unless a branch may leave one out", () => {
    assert.deepEqual(findings(withMembers('"memory": ${A}, "cpu": 5, "cpu": 6')), ["json-duplicate-key"]);
    assert.deepEqual(findings(withMembers('{% if a %}"memory": 512,{% endif %}"cpu": 5, "cpu": 6')), [
      "json-duplicate-key",
    ]);
  });
});

describe("The size of a task definition with placeholders", () => {
  const big = (value: string): string =>
    withMembers(`"memory": \${MEMORY}, "environment": [{ "name": "A", "value": "${value}" }]`);
  const messages = (text: string): readonly string[] =>
    service
      .validate(service.parse(uri, text))
      .filter(({ code }) => code === "task-definition-too-large")
      .map(({ message }) => message);

  it("is at least that of what is written", () => {
    assert.deepEqual(messages(big(`${"x".repeat(70_000)}\${MORE}`)), [
      "This task definition has at least 70147 bytes; AWS takes at most 65536 (64 KiB). Move values to environment files or secrets, or split the task.",
    ]);
  });

  it("does not count the placeholders themselves", () =>
    assert.deepEqual(messages(big(`\${${"X".repeat(70_000)}}`)), []));

  it("is not judged where a template has branches", () =>
    assert.deepEqual(messages(`{% if a %}${big("x".repeat(70_000))}{% endif %}`), []));
});

describe("A text that is cut off", () => {
  const containers = '{ "family": "a", "containerDefinitions": [';
  const cases: Readonly<Record<string, string>> = {
    [containers]: 'inside the list "containerDefinitions": ]} is missing at the end.',
    [`${containers}{ "name": "a" }\n`]: 'inside the list "containerDefinitions": ]} is missing at the end.',
    [`${containers}{ "name": "a" },`]: 'inside the list "containerDefinitions": ]} is missing at the end.',
    [`${containers}{ "name": "a", "memory":`]:
      'inside the object in "containerDefinitions": }]} is missing at the end.',
    [`${containers}{ "name": "a", "ima`]:
      'inside the object in "containerDefinitions": "}]} is missing at the end.',
    [`${containers}{ "name": "a", "memory": \${MEMORY}`]:
      'inside the object in "containerDefinitions": }]} is missing at the end.',
    '{ "family": "a"': "inside the outermost object: } is missing at the end.",
  };
  for (const [text, message] of Object.entries(cases))
    it(`says where it ends: ${text}`, () => {
      const [first] = parseEcsDocument(uri, text).syntaxErrors;
      assert.equal(first?.message, `The file ends too early, ${message}`);
    });
});

describe("How a file is saved", () => {
  it("is no fault with a byte order mark", () =>
    assert.deepEqual(findings(`\ufeff${withMembers('"memory": 512')}`), []));

  it("is said where UTF-16 was taken for UTF-8", () => {
    const text = Buffer.from(withMembers('"memory": 512'), "utf16le").toString("utf8");
    const found = service.validate(service.parse(uri, text));
    assert.deepEqual(
      found.filter(({ code }) => code === "json-syntax").map(({ message }) => message),
      [
        "This file is saved in UTF-16 and was read as if it were UTF-8. Open it in UTF-16 again, and save it in UTF-8, which the AWS CLI reads.",
      ],
    );
  });
});
