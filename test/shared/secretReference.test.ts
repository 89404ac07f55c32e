import assert from "node:assert/strict";
import { parameterOfArn, secretOfArn, secretReference } from "../../shared/src/secretReference.ts";

const secret = (resource: string): string => `arn:aws:secretsmanager:us-east-1:123456789012:${resource}`;
const parameter = (resource: string): string => `arn:aws:ssm:us-east-1:123456789012:${resource}`;

describe("A reference to a secret", () => {
  it("has the name without the random suffix, and the ARN without key and version", () => {
    assert.deepEqual(secretReference(secret("secret:shop/db-AbCdEf")), {
      kind: "secret",
      arn: secret("secret:shop/db-AbCdEf"),
      name: "shop/db",
      region: "us-east-1",
      account: "123456789012",
    });
    assert.equal(secretOfArn(secret("secret:db"))?.name, "db");
  });

  it("has field and version where they are filled", () => {
    const { kind, ...reference } = secretOfArn(secret("secret:db-AbCdEf:password:AWSPREVIOUS:"))!;
    assert.deepEqual(reference, {
      arn: secret("secret:db-AbCdEf"),
      name: "db",
      region: "us-east-1",
      account: "123456789012",
      jsonKey: "password",
      versionStage: "AWSPREVIOUS",
    });
    assert.equal(kind, "secret");
    assert.equal(secretOfArn(secret("secret:db-AbCdEf:::v-1"))?.versionId, "v-1");
  });

  it("is of secrets only", () => {
    for (const text of [parameter("parameter/db"), secret("rotation:db"), secret("secret:"), "db"])
      assert.equal(secretOfArn(text), undefined, text);
  });
});

describe("A reference to a parameter", () => {
  it("gives a path its slash back, and a plain name none", () => {
    assert.deepEqual(secretReference(parameter("parameter/shop/key")), {
      kind: "parameter",
      name: "/shop/key",
      region: "us-east-1",
      account: "123456789012",
    });
    assert.equal(parameterOfArn(parameter("parameter/key"))?.name, "key");
  });

  it("is any text that is no ARN, of the own account and region", () => {
    assert.deepEqual(secretReference("/shop/key"), { kind: "parameter", name: "/shop/key" });
  });

  it("is of parameters only", () => {
    for (const text of [parameter("document/db"), "arn:aws:s3:::parameter/db", secret("secret:db")])
      assert.equal(parameterOfArn(text), undefined, text);
  });
});
