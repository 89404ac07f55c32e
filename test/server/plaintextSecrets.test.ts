import assert from "node:assert/strict";
import { parseEcsDocument } from "../../server/src/service/documents/ecsDocument.ts";
import { validate } from "../../server/src/service/features/validate.ts";
import { applyFix } from "../support/applyFix.ts";

describe("Secrets in a task definition", () => {
  const before = `{ "containerDefinitions": [{ "name": "web", `;
  const found = (container: string): string[] => {
    const text = `${before}${container} }] }`;
    const document = parseEcsDocument("file:///workspace/task-definition.json", text);
    return validate(document)
      .filter(({ code }) => code.endsWith("plaintext-secret"))
      .flatMap(({ span, message, fixes }) => [
        `${text.slice(span.offset, span.offset + span.length)} ${message.split(". ")[0]}`,
        ...fixes.map((fix) => `${fix.title} -> ${applyFix(document, fix).slice(before.length)}`),
      ]);
  };
  const argument = (text: string): string[] => [`"${text}" This argument looks like a secret in plain text`];

  it("are moved to the secrets of the container, which may have some", () => {
    assert.deepEqual(
      found(
        `"environment": [{ "name": "A", "value": "1" }, { "name": "TOKEN", "value": "abc" }], "secrets": [{ "name": "B", "valueFrom": "b" }], "cpu": 1`,
      ),
      [
        '"abc" "TOKEN" looks like a secret in plain text',
        'Move TOKEN to secrets -> "environment": [{ "name": "A", "value": "1" }], "secrets": [{ "name": "B", "valueFrom": "b" }, { "name": "TOKEN", "valueFrom": "arn:aws:secretsmanager:<REGION>:<ACCOUNT>:secret:TOKEN" }], "cpu": 1 }] }',
      ],
    );
    assert.deepEqual(
      found(`"environment": [{ "name": "TOKEN", "value": "abc" }], "secrets": null, "cpu": 1`)[1],
      'Move TOKEN to secrets -> "environment": [], "secrets": [{ "name": "TOKEN", "valueFrom": "arn:aws:secretsmanager:<REGION>:<ACCOUNT>:secret:TOKEN" }], "cpu": 1 }] }',
    );
    assert.match(
      found(`"environment": [{ "name": "TOKEN", "value": "abc" }], "cpu": 1`)[1]!,
      /"environment": \[\], "secrets": \[/,
    );
  });

  it("are found by their value whatever their name", () => {
    assert.deepEqual(
      found(`"environment": [{ "value": "AKIAIOSFODNN7EXAMPLE" }]`)[0],
      '"AKIAIOSFODNN7EXAMPLE" The value of "" looks like an AWS access key in plain text',
    );
    assert.deepEqual(
      found(
        `"environment": [{ "name": "\${NAME}", "value": "abc" }, { "name": "PORT", "value": "x" }, { "name": "TOKEN" }, { "name": "TOKEN", "value": 5 }]`,
      ),
      [],
    );
  });

  it("are found behind an option, but not where another option follows", () => {
    assert.deepEqual(found(`"command": ["--password", "abc"]`), argument("abc"));
    assert.deepEqual(found(`"entryPoint": ["-password", "abc"]`), argument("abc"));
    for (const command of [
      `["password", "abc"]`,
      `["--password", "--abc"]`,
      `["--password=", "abc"]`,
      `["--user", "abc"]`,
      `["---", "abc"]`,
      `["x--password", "abc"]`,
      `["--password", "\${X}"]`,
      `["--password", ""]`,
    ]) {
      assert.deepEqual(found(`"command": ${command}`), [], command);
    }
  });

  it("are found in assignments, quoted or not, anywhere in a script", () => {
    for (const text of [
      "--token=abc",
      "-token=abc",
      "TOKEN=abc run",
      "a;TOKEN=abc",
      "a&&TOKEN=abc",
      "a|TOKEN=abc",
      "export TOKEN='a b'",
    ])
      assert.deepEqual(found(`"command": ["${text}"]`), argument(text), text);
    for (const text of [
      "TOKEN=",
      "TOKEN=''",
      "TOKEN='/run/x'",
      "TOKEN= abc",
      "MAX_TOKENS=abc",
      "token",
      "x.TOKEN_URL=abc",
      "9TOKEN=abc",
      "a=b",
    ])
      assert.deepEqual(found(`"command": ["${text}"]`), [], text);
    assert.deepEqual(found(`"command": ["AKIAIOSFODNN7EXAMPLE"]`), argument("AKIAIOSFODNN7EXAMPLE"));
  });

  it("are found in labels", () => {
    assert.deepEqual(found(`"dockerLabels": { "token": "abc" }`), [
      '"abc" This label looks like a secret in plain text',
    ]);
    assert.deepEqual(found(`"dockerLabels": { "x": "AKIAIOSFODNN7EXAMPLE" }`), [
      '"AKIAIOSFODNN7EXAMPLE" This label looks like a secret in plain text',
    ]);
    assert.deepEqual(
      found(`"dockerLabels": { "x": "abc", "token": "", "secret": "\${X}", "password": "/run/x" }`),
      [],
    );
  });
});
