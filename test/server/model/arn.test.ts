import assert from "node:assert/strict";
import {
  parameterName,
  parseArn,
  partitionOf,
  secretReference,
} from "../../../server/src/service/model/arn.ts";

describe("parseArn", () => {
  it("takes an ARN apart and keeps the colons of its resource", () => {
    assert.deepEqual(parseArn("arn:aws-cn:ecs:cn-north-1:123456789012:task-definition/orders:7"), {
      partition: "aws-cn",
      service: "ecs",
      region: "cn-north-1",
      account: "123456789012",
      resource: "task-definition/orders:7",
    });
  });

  it("leaves region and account empty where the service has none", () => {
    assert.deepEqual(parseArn("arn:aws:s3:::bucket/key.env"), {
      partition: "aws",
      service: "s3",
      region: "",
      account: "",
      resource: "bucket/key.env",
    });
  });

  for (const text of [
    "",
    "orders",
    "arn:aws:iam",
    "arn::iam::123456789012:role/x",
    "arn:aws:iam::123456789012",
    "urn:aws:iam::123456789012:role/x",
  ]) {
    it(`does not take "${text}" for an ARN`, () => assert.equal(parseArn(text), undefined));
  }
});

describe("partitionOf", () => {
  const partitions = {
    "eu-west-1": "aws",
    "us-east-1": "aws",
    "cn-north-1": "aws-cn",
    "us-gov-west-1": "aws-us-gov",
    "us-iso-east-1": "aws-iso",
    "us-isob-east-1": "aws-iso-b",
    "eusc-de-east-1": "aws-eusc",
  };
  for (const [region, partition] of Object.entries(partitions)) {
    it(`puts ${region} into ${partition}`, () => assert.equal(partitionOf(region), partition));
  }
});

describe("secretReference", () => {
  const prefix = "arn:aws:secretsmanager:eu-west-1:123456789012:";
  const referenceOf = (resource: string) => secretReference(parseArn(prefix + resource)!);

  it("gives the name without the random suffix", () => {
    assert.deepEqual(referenceOf("secret:shop/db-AbCdEf"), { name: "shop/db" });
  });

  it("keeps a name that has no suffix", () => {
    assert.deepEqual(referenceOf("secret:db"), { name: "db" });
  });

  it("gives field and version where they are filled", () => {
    assert.deepEqual(referenceOf("secret:db-AbCdEf:password:AWSPREVIOUS:"), {
      name: "db",
      jsonKey: "password",
      versionStage: "AWSPREVIOUS",
    });
    assert.deepEqual(referenceOf("secret:db-AbCdEf:::v-1"), { name: "db", versionId: "v-1" });
  });

  it("knows only secrets", () => {
    assert.equal(secretReference(parseArn("arn:aws:ssm:eu-west-1:123456789012:parameter/db")!), undefined);
    assert.equal(referenceOf("rotation:db"), undefined);
    assert.equal(referenceOf("secret:"), undefined);
  });
});

describe("parameterName", () => {
  const nameOf = (resource: string) =>
    parameterName(parseArn(`arn:aws:ssm:eu-west-1:123456789012:${resource}`)!);

  it("gives a path its slash back, and a plain name none", () => {
    assert.equal(nameOf("parameter/shop/db"), "/shop/db");
    assert.equal(nameOf("parameter/db"), "db");
  });

  it("knows only parameters", () => {
    assert.equal(nameOf("document/db"), undefined);
    assert.equal(parameterName(parseArn("arn:aws:s3:::parameter/db")!), undefined);
  });
});
