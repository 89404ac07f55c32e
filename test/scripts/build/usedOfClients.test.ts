import assert from "node:assert/strict";
import { withPlainKeys } from "../../../scripts/build/plainKeys.ts";
import { namesUsed } from "../../../scripts/build/usedOfClients.ts";

describe("What is bundled of an AWS client", () => {
  it("is what the sources name when they import it", () => {
    const used = namesUsed([
      'const { EC2Client, DescribeVpcsCommand } = await import("@aws-sdk/client-ec2");',
      'const {\n  EC2Client,\n} = await import(\n  "@aws-sdk/client-ec2",\n);\nconst { ECRClient } = await import("@aws-sdk/client-ecr");',
    ]);
    assert.deepEqual(
      [...used].map(([client, names]) => [client, [...names]]),
      [
        ["@aws-sdk/client-ec2", ["EC2Client", "DescribeVpcsCommand"]],
        ["@aws-sdk/client-ecr", ["ECRClient"]],
      ],
    );
  });

  it("is an error where a source imports it whole", () => {
    assert.throws(
      () => namesUsed(['const ec2 = await import("@aws-sdk/client-ec2");']),
      /^Error: Import an AWS client by naming what is used/,
    );
  });

  it("has names of members that the bundler can read", () => {
    assert.equal(
      withPlainKeys('const _xN = "xmlName";\nexport var A = [3, { [_xN]: 1, [other]: 2 }];'),
      'const _xN = "xmlName";\nexport var A = [3, { "xmlName": 1, [other]: 2 }];',
    );
  });
});
