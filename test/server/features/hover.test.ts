import assert from "node:assert/strict";
import { marked } from "marked";
import type { MarkupContent } from "vscode-languageserver-types";
import { openWithCursor } from "../../support/cursor.ts";

/** The text of a hover, or undefined where there is none. */
function hoverAt(marked: string): string | undefined {
  const { service, document, position } = openWithCursor({ "task-definition.json": marked });
  return (service.hover(document, position)?.contents as MarkupContent | undefined)?.value;
}

const valuePart = (marked: string): string | undefined => hoverAt(marked)?.split("\n\n---\n\n")[0];

describe("Hover", () => {
  it("says a size in vCPU or GiB, its partners on Fargate, and its price with date and region", () => {
    const file = '{ "requiresCompatibilities": ["FARGATE"], "cpu": "$0512", "memory": "1024" }';
    assert.equal(
      valuePart(file),
      "512 CPU units: 0.5 vCPU\n\nOn Fargate with 1024, 2048, 3072 or 4096 MiB of memory.\n\nOne task on Fargate (Linux/X86): $0.0247 an hour, $18.02 a month. List price of us-east-1, March 2026.",
    );
  });

  it("says in GiB what is written in MiB, also less than one", () => {
    const container = (memory: number): string =>
      `{ "containerDefinitions": [{ "name": "web", "memory": $0${memory} }] }`;
    assert.equal(valuePart(container(512)), "512 MiB: 0.5 GiB");
    assert.equal(valuePart(container(2048)), "2048 MiB: 2 GiB");
    assert.equal(valuePart(container(100)), "100 MiB: 0.1 GiB");
  });

  it("prices ARM, Windows and storage above what is included", () => {
    const priceOf = (more: string): string | undefined =>
      /\$[\d.]+ an hour/.exec(
        valuePart(`{ "requiresCompatibilities": ["FARGATE"], "cpu": "$01024", "memory": "2048"${more} }`) ??
          "",
      )?.[0];
    assert.equal(priceOf(', "runtimePlatform": { "cpuArchitecture": "ARM64" }'), "$0.0395 an hour");
    assert.equal(
      priceOf(', "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }'),
      "$0.1576 an hour",
    );
    assert.equal(priceOf(', "ephemeralStorage": { "sizeInGiB": 120 }'), "$0.0605 an hour");
  });

  it("gives no price for a size that Fargate does not have", () => {
    assert.doesNotMatch(
      valuePart('{ "requiresCompatibilities": ["FARGATE"], "cpu": "$0256", "memory": "4096" }') ?? "",
      /\$/,
    );
  });

  it("gives no price for what does not run on Fargate", () => {
    assert.equal(
      valuePart('{ "requiresCompatibilities": ["EC2"], "cpu": "$0512", "memory": "1024" }'),
      "512 CPU units: 0.5 vCPU\n\nOn Fargate with 1024, 2048, 3072 or 4096 MiB of memory.",
    );
  });

  it("takes images apart", () => {
    assert.equal(
      valuePart(
        '{ "containerDefinitions": [{ "image": "$0123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/api:7" }] }',
      ),
      "| | |\n| --- | --- |\n| Registry | `Amazon ECR, private` |\n| Account | `123456789012` |\n| Region | `eu-west-1 (Ireland)` |\n| Repository | `shop/api` |\n| Tag | `7` |",
    );
    assert.match(
      valuePart('{ "containerDefinitions": [{ "image": "$0nginx" }] }')!,
      /Docker Hub[\s\S]*latest, because none is given/,
    );
  });

  it("takes ARNs apart", () => {
    assert.equal(
      valuePart(
        '{ "containerDefinitions": [{ "secrets": [{ "name": "A", "valueFrom": "$0arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf:password::" }] }] }',
      ),
      "| | |\n| --- | --- |\n| Service | `secretsmanager` |\n| Region | `eu-west-1 (Ireland)` |\n| Account | `123456789012` |\n| Secret | `db` |\n| JSON key | `password` |",
    );
  });

  it("explains the values of closed lists", () => {
    assert.match(hoverAt('{ "networkMode": "$0awsvpc" }')!, /^\*\*awsvpc\*\*: /);
  });

  it("says of a placeholder that it is filled in later", () => {
    assert.equal(
      valuePart('{ "family": "$0${NAME}" }'),
      '`"${NAME}"` is filled in before the file is sent to AWS.',
    );
  });

  it("explains the elements of a list by the list", () => {
    assert.match(
      hoverAt('{ "requiresCompatibilities": ["$0FARGATE"] }') ?? "",
      /^\*\*FARGATE\*\*: [^]+\n\n---\n\n[^]+#ECS-RegisterTaskDefinition-request-requiresCompatibilities\)$/,
    );
    assert.match(
      hoverAt('{ "containerDefinitions": [{ "healthCheck": { "command": ["$0CMD-SHELL", "true"] } }] }') ??
        "",
      /#ECS-Type-HealthCheck-command\)$/,
    );
  });

  it("ends with a link to the documentation", () => {
    assert.match(hoverAt('{ "$0family": "a" }')!, /\(https:\/\/docs\.aws\.amazon\.com\/[^)]+\)$/);
  });

  it("is silent between members and in unknown files", () => {
    assert.equal(hoverAt('{ "family": "a",$0  "cpu": "256" }'), undefined);
    assert.equal(hoverAt("$0"), undefined);
  });

  it("shows what a file says as it is: no link, no image, no command", () => {
    const evil = "`[x](command:y)` ![i](https://evil.example/i) <img src=x> | \\u001b[2J";
    const images = valuePart(`{ "containerDefinitions": [{ "name": "web", "image": "$0a/${evil}" }] }`) ?? "";
    const arns =
      valuePart(`{ "taskRoleArn": "$0arn:aws:iam::1:role/${evil}", "containerDefinitions": [] }`) ?? "";
    const dynamic = valuePart(`{ "family": "$0\${a}${evil}", "containerDefinitions": [] }`) ?? "";
    for (const text of [images, arns, dynamic]) {
      const html = marked.parse(text, { async: false });
      assert.match(html, /evil\.example/);
      assert.doesNotMatch(html, /<(?:a|img)\b/);
      assert.doesNotMatch(html, /(?![\t\n])\p{Cc}/u);
    }
  });
});
