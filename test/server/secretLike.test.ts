import assert from "node:assert/strict";
import { parseEcsDocument } from "../../server/src/service/documents/ecsDocument.ts";
import { validate } from "../../server/src/service/features/validate.ts";
import {
  canBeSecret,
  isSecretName,
  secretIn,
} from "../../server/src/service/rules/taskDefinition/security/secretLike.ts";
import { applyFix } from "../support/applyFix.ts";

describe("Names of secrets", () => {
  for (const name of [
    "DB_PASSWORD",
    "password",
    "dbPassword",
    "DBPASSWORD",
    "MYSQL_PASSWD",
    "DB_PASS",
    "pwd",
    "KEY_PASSPHRASE",
    "API_TOKEN",
    "authToken",
    "CLIENT_SECRET",
    "CLIENTSECRET",
    "API_KEY",
    "apikey",
    "api-key",
    "PRIVATE_KEY",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_ACCESS_KEY_ID",
    "APP_CREDENTIALS",
    "--password",
    "com.example.token",
  ]) {
    it(`include ${name}`, () => assert.equal(isSecretName(name), true));
  }

  for (const name of [
    "PORT",
    "MAX_TOKENS",
    "TOKENIZER",
    "KEYBOARD",
    "SSH_KEYS",
    "SECRETARY",
    "PASSWORDLESS",
    "COMPASS",
    "BYPASS_CACHE",
    "TOKEN_URL",
    "PASSWORD_FILE",
    "SECRET_ARN",
    "DB_SECRET_NAME",
    "passwordMinLength",
    "TOKEN_TTL",
    "API_KEY_HEADER",
    "SECRETS_ENABLED",
  ]) {
    it(`do not include ${name}`, () => assert.equal(isSecretName(name), false));
  }
});

describe("Values of secrets", () => {
  for (const value of ["hunter2", "1234567", "https://user:pass@example.com", "a/b", "trueish"])
    it(`can be ${value}`, () => assert.equal(canBeSecret(value, "TOKEN"), true));
  for (const value of [
    "",
    " ",
    "true",
    "No",
    "NONE",
    "3600",
    "arn:aws:s3:::x",
    "s3://b/k",
    "file:x",
    "/run/secrets/x",
    "./x",
    "../x",
    "https://example.com/token",
  ]) {
    it(`cannot be ${JSON.stringify(value)}`, () => assert.equal(canBeSecret(value, "TOKEN"), false));
  }
  it("can be short numbers where a password is asked for", () => {
    assert.deepEqual(
      ["DB_PASSWORD", "pwd", "TOKEN"].map((name) => canBeSecret("123456", name)),
      [true, true, false],
    );
  });
});

describe("Forms of secrets", () => {
  const forms: readonly (readonly [text: string, what: string | undefined])[] = [
    ["AKIAIOSFODNN7EXAMPLE", "an AWS access key"],
    ["id=ASIAIOSFODNN7EXAMPLE;", "an AWS access key"],
    ["-----BEGIN RSA PRIVATE KEY-----", "a private key"],
    ["-----BEGIN PRIVATE KEY-----", "a private key"],
    ["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.x", "a JSON Web Token"],
    [`ghp_${"a1".repeat(18)}`, "a GitHub token"],
    [`github_pat_${"a1".repeat(18)}`, "a GitHub token"],
    [`glpat-${"a1".repeat(10)}`, "a GitLab token"],
    ["xoxb-0123456789-abc", "a Slack token"],
    [`sk_live_${"a1".repeat(10)}`, "a Stripe key"],
    ["postgres://shop:hunter2@db:5432/shop", "a URL with a password"],
    ["https://example.com/@user:x", undefined],
    ["https://user@example.com/", undefined],
    ["AKIA", undefined],
    ["-----BEGIN PUBLIC KEY-----", undefined],
    ["eyJ", undefined],
    ["hello world", undefined],
  ];
  for (const [text, what] of forms)
    it(`${text.slice(0, 40)} is ${what ?? "none"}`, () => assert.equal(secretIn(text), what));
});

describe("Secrets in a task definition", () => {
  const before = `{ "containerDefinitions": [{ "name": "web", `;
  const found = (container: string): string[] => {
    const text = `${before}${container} }] }`;
    const document = parseEcsDocument("file:///workspace/task-definition.json", text);
    return validate(document)
      .filter(({ code }) => code.endsWith("plaintext-secret"))
      .flatMap(({ span, message, fixes }) => [
        `${text.slice(span.offset, span.offset + span.length)} ${message.split(". ")[0]}`,
        ...fixes.map((fix) => `${fix.title} -> ${applyFix(text, fix).slice(before.length)}`),
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
