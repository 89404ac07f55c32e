import assert from "node:assert/strict";
import { parseArn } from "../../shared/src/arn.ts";

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
