import assert from "node:assert/strict";
import { consoleLink, repositoryLink } from "../../shared/src/consoleLink.ts";
import { partitions } from "../../shared/src/regions.ts";

const arn = (resource: string): string => `arn:aws:${resource}`;
const host = "https://console.aws.amazon.com";

describe("Links to the console", () => {
  it("have the host of the partition", () => {
    const link = (partition: string, region: string): string | undefined =>
      consoleLink(`arn:${partition}:ecs:${region}:123456789012:service/live/orders`);
    const page = (of: string, region: string): string =>
      `https://${of}/ecs/v2/clusters/live/services/orders/health?region=${region}`;
    assert.equal(link("aws", "eu-west-1"), page("console.aws.amazon.com", "eu-west-1"));
    assert.equal(link("aws-us-gov", "us-gov-west-1"), page("console.amazonaws-us-gov.com", "us-gov-west-1"));
    assert.equal(link("aws-cn", "cn-north-1"), page("console.amazonaws.cn", "cn-north-1"));
    assert.equal(link("aws-x", "eu-west-1"), undefined);
  });

  const pages: Readonly<Record<string, string | undefined>> = {
    "ecs:eu-west-1:123456789012:cluster/live": "ecs/v2/clusters/live/services?region=eu-west-1",
    "ecs:eu-west-1:123456789012:task/live/0af1":
      "ecs/v2/clusters/live/tasks/0af1/configuration?region=eu-west-1",
    "ecs:eu-west-1:123456789012:container-instance/live/0af1":
      "ecs/v2/clusters/live/infrastructure/container-instances/0af1?region=eu-west-1",
    "ecs:eu-west-1:123456789012:task-definition/orders:7":
      "ecs/v2/task-definitions/orders/7/containers?region=eu-west-1",
    "ecs:eu-west-1:123456789012:task-definition/orders": "ecs/v2/task-definitions/orders?region=eu-west-1",
    "ecs:eu-west-1:123456789012:service/orders": undefined,
    "iam::123456789012:role/path/web": "iam/home#/roles/details/web",
    "logs:eu-west-1:123456789012:log-group:/ecs/web":
      "cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Fecs$252Fweb",
    "logs:eu-west-1:123456789012:log-group:/ecs/web:*":
      "cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Fecs$252Fweb",
    "ec2:eu-west-1:123456789012:security-group/sg-1": "ec2/home?region=eu-west-1#SecurityGroup:groupId=sg-1",
    "ec2:eu-west-1::subnet/subnet-1": "vpcconsole/home?region=eu-west-1#SubnetDetails:subnetId=subnet-1",
    "elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/0af1":
      "ec2/home?region=eu-west-1#TargetGroup:targetGroupArn=arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/0af1",
    "secretsmanager:eu-west-1:123456789012:secret:shop/db-AbCdEf:key::":
      "secretsmanager/secret?name=shop%2Fdb&region=eu-west-1",
    "ssm:eu-west-1:123456789012:parameter/shop/db":
      "systems-manager/parameters/%2Fshop%2Fdb/description?region=eu-west-1",
    "s3:::bucket/env/live.env": "s3/object/bucket?prefix=env%2Flive.env",
    "elasticfilesystem:eu-west-1:123456789012:file-system/fs-1":
      "efs/home?region=eu-west-1#/file-systems/fs-1",
    "lambda:eu-west-1:123456789012:function:hook": "lambda/home?region=eu-west-1#/functions/hook",
    "sqs:eu-west-1:123456789012:queue": undefined,
  };
  for (const [resource, page] of Object.entries(pages))
    it(`lead from ${resource} to ${page ?? "no page"}`, () =>
      assert.equal(consoleLink(arn(resource)), page && `${host}/${page}`));

  it("lead to repositories", () => {
    const registry = { account: "123456789012", region: "cn-north-1", partition: "aws-cn" };
    assert.equal(
      repositoryLink(registry, "shop/web"),
      "https://console.amazonaws.cn/ecr/repositories/private/123456789012/shop/web?region=cn-north-1",
    );
    assert.equal(repositoryLink({ ...registry, region: "evil.example/#" }, "web"), undefined);
  });

  it("never leave the hosts of AWS, whatever stands in the ARN", () => {
    const hosts = new Set(partitions.map(({ consoleHost }) => consoleHost));
    const evil = [
      "evil.example/#",
      "evil.example/?",
      "@evil.example",
      "x\n",
      "%2e%2e",
      "..",
      "\ud800",
      "a b",
      '"><x',
    ];
    const kinds = Object.keys(pages).map((page) => page.split(":"));
    for (const text of evil)
      for (const parts of kinds)
        for (const index of parts.keys()) {
          const link = consoleLink(arn(parts.with(index, text).join(":")));
          if (link === undefined) continue;
          const url = new URL(link);
          assert.ok(hosts.has(url.host), link);
          assert.equal(url.protocol, "https:");
          assert.ok(/^[\w%:/?#&=.$~!*'()-]+$/.test(link), link);
        }
  });
});
