import assert from "node:assert/strict";
import type { LookupKind, LookupResult } from "../../../server/src/protocol.ts";
import { withExistence } from "../../../server/src/service/features/hover/existence.ts";
import { openWithCursor } from "../../support/cursor.ts";

const plain = { contents: { kind: "markdown", value: "what it is" } } as const;

/** The words that come first on a hover over the value at `$0`, when the account answers by kind. */
function wordsOn(
  text: string,
  answers: Partial<Record<LookupKind, Partial<LookupResult> | readonly string[]>>,
): string | undefined {
  const { service, document, position } = openWithCursor({ "task-definition.json": text });
  const asked = service.lookupsForHover(document, position);
  assert.ok(asked, "nothing is asked");
  const results = asked.lookups.map((params) => {
    const answer = answers[params.kind];
    assert.ok(answer, `${params.kind} is asked`);
    const result = Array.isArray(answer)
      ? { values: answer.map((value: string) => ({ value })) }
      : (answer as Partial<LookupResult>);
    return { params, result: { available: true, values: [], ...result } };
  });
  const { value } = withExistence(plain, asked.value, results).contents as { value: string };
  return value === "what it is" ? undefined : value.split("\n")[0];
}

const image = (value: string): string =>
  `{ "family": "a", "containerDefinitions": [{ "image": "$0${value}" }] }`;
const secret = (value: string): string =>
  `{ "family": "a", "containerDefinitions": [{ "secrets": [{ "name": "A", "valueFrom": "$0${value}" }] }] }`;
const role = (value: string): string =>
  `{ "family": "a", "taskRoleArn": "$0${value}", "containerDefinitions": [] }`;

const registry = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";
const exists = "**Exists** in the current account";
const notFound = "**Not found** in the current account and region.";
const secretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db";
const parameterArn = "arn:aws:ssm:eu-west-1:123456789012:parameter";
const roleArn = "arn:aws:iam::123456789012:role";

describe("What a hover says of what the account has", () => {
  for (const [situation, text, answers, expected] of [
    ["a tag that is there", image(`${registry}/api:1`), { "image-tag": [`${registry}/api:1`] }, exists],
    [
      "a tag that is not, in a repository that is",
      image(`${registry}/api:2`),
      { "image-tag": [`${registry}/api:1`] },
      notFound,
    ],
    [
      "a tag and digest",
      image(`${registry}/api:1@sha256:${"0".repeat(64)}`),
      { "image-tag": [`${registry}/api:1`] },
      exists,
    ],
    [
      "the repository of a digest",
      image(`${registry}/api@sha256:${"0".repeat(64)}`),
      { repository: [`${registry}/api`] },
      exists,
    ],
    [
      "a secret with a key",
      secret(`${secretArn}-AbCdEf:password::`),
      { secret: [`${secretArn}-AbCdEf`] },
      exists,
    ],
    [
      "a secret without what AWS adds to its name",
      secret(secretArn),
      { secret: [`${secretArn}-AbCdEf`] },
      exists,
    ],
    [
      "a secret that is not there",
      secret(`${secretArn}2-AbCdEf`),
      { secret: [`${secretArn}-AbCdEf`] },
      notFound,
    ],
    ["a parameter by its path", secret("/app/db"), { parameter: [`${parameterArn}/app/db`] }, exists],
    ["a parameter by a name without slashes", secret("db"), { parameter: [`${parameterArn}/db`] }, exists],
    [
      "a parameter whose name only ends alike",
      secret("db"),
      { parameter: [`${parameterArn}/app/db`] },
      notFound,
    ],
    ["a role by its name", role("orders"), { role: [`${roleArn}/orders`] }, exists],
    [
      "a role that tasks may not assume",
      role(`${roleArn}/admin`),
      { role: [`${roleArn}/orders`] },
      "**Not found** among the roles of the current account that ECS tasks may assume.",
    ],
    [
      "a role of another account",
      role("arn:aws:iam::999999999999:role/orders"),
      { role: [`${roleArn}/orders`] },
      undefined,
    ],
    [
      "a role of an account that did not tell all",
      role(`${roleArn}/other`),
      { role: { values: [{ value: `${roleArn}/orders` }], hasMore: true } },
      undefined,
    ],
    [
      "a look-up that did not work",
      role(`${roleArn}/other`),
      { role: { available: false, reason: "Could not look it up: not authorized." } },
      "_Could not look it up: not authorized._",
    ],
    ["a look-up that nobody can answer", role(`${roleArn}/other`), { role: { available: false } }, undefined],
  ] as const) {
    it(`is right about ${situation}`, () => assert.equal(wordsOn(text, answers), expected));
  }

  it("asks for a revision only among revisions", () => {
    const files = {
      "ecs-service.json": '{ "serviceName": "s", "cluster": "c", "taskDefinition": "$0orders:9" }',
    };
    const { service, document, position } = openWithCursor(files);
    assert.deepEqual(service.lookupsForHover(document, position)?.lookups, [
      { kind: "task-definition-revision", scope: "orders" },
    ]);
  });

  it("asks in the region that the file names for a log group or image", () => {
    const options =
      '{ "family": "a", "containerDefinitions": [{ "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "$0/ecs/a", "awslogs-region": "eu-west-2" } } }] }';
    const { service, document, position } = openWithCursor({ "task-definition.json": options });
    assert.deepEqual(service.lookupsForHover(document, position)?.lookups, [
      { kind: "log-group", region: "eu-west-2" },
    ]);
    const tagged = openWithCursor({ "task-definition.json": image(`${registry}/api:1`) });
    assert.deepEqual(tagged.service.lookupsForHover(tagged.document, tagged.position)?.lookups, [
      { kind: "image-tag", scope: `${registry}/api`, region: "eu-west-1" },
    ]);
  });
});
