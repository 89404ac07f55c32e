import { type Arn, partitionOf } from "./arn.ts";
import type { EcrRegistry } from "./imageReference.ts";

/** The hosts of the AWS console, by partition. https://docs.aws.amazon.com/general/latest/gr/signin-service.html */
const consoleHosts: ReadonlyMap<string, string> = new Map([
  ["aws", "console.aws.amazon.com"],
  ["aws-cn", "console.amazonaws.cn"],
  ["aws-us-gov", "console.amazonaws-us-gov.com"],
  ["aws-eusc", "console.amazonaws-eusc.eu"],
  ["aws-iso", "console.c2shome.ic.gov"],
  ["aws-iso-b", "console.sc2shome.sgov.gov"],
  ["aws-iso-e", "console.csphome.adc-e.uk"],
  ["aws-iso-f", "console.csphome.hci.ic.gov"],
]);

/** The page of the AWS console that shows what an ARN names; undefined for services that these files do not speak of. */
export function consoleLink(arn: Arn): string | undefined {
  const host = consoleHosts.get(arn.partition);
  const path = host && pathOf(arn);
  return path && `https://${host}/${path}`;
}

/** The page of a private repository of Amazon ECR. */
export function repositoryLink({ account, region }: EcrRegistry, repository: string): string | undefined {
  const host = consoleHosts.get(partitionOf(region));
  return host && `https://${host}/ecr/repositories/private/${account}/${repository}?region=${region}`;
}

type PathOf = (arn: Arn, name: string) => string | undefined;

/** By service and kind of resource; `name` is what follows the kind. */
const paths: ReadonlyMap<string, PathOf> = new Map<string, PathOf>([
  ["iam:role", (_, name) => `iam/home#/roles/details/${encodeURIComponent(name.split("/").at(-1)!)}`],
  [
    "secretsmanager:secret",
    ({ region }, name) =>
      `secretsmanager/secret?name=${encodeURIComponent(name.split(":")[0]!.replace(/-[A-Za-z0-9]{6}$/, ""))}&region=${region}`,
  ],
  [
    "ssm:parameter",
    ({ region }, name) =>
      `systems-manager/parameters/${encodeURIComponent(name.includes("/") ? `/${name}` : name)}/description?region=${region}`,
  ],
  [
    "s3:",
    (_, name) =>
      `s3/object/${name.split("/")[0]}?prefix=${encodeURIComponent(name.split("/").slice(1).join("/"))}`,
  ],
  ["ecs:cluster", ({ region }, name) => `ecs/v2/clusters/${name}/services?region=${region}`],
  [
    "ecs:service",
    ({ region }, name) => `ecs/v2/clusters/${name.replace("/", "/services/")}/health?region=${region}`,
  ],
  [
    "ecs:task-definition",
    ({ region }, name) => `ecs/v2/task-definitions/${name.replace(":", "/")}?region=${region}`,
  ],
  [
    "logs:log-group",
    ({ region }, name) =>
      `cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${encodeURIComponent(encodeURIComponent(name.replace(/:\*$/, ""))).replaceAll("%", "$")}`,
  ],
  [
    "elasticloadbalancing:targetgroup",
    (arn) =>
      `ec2/home?region=${arn.region}#TargetGroup:targetGroupArn=arn:${arn.partition}:${arn.service}:${arn.region}:${arn.account}:${arn.resource}`,
  ],
  ["elasticfilesystem:file-system", ({ region }, name) => `efs/home?region=${region}#/file-systems/${name}`],
  ["lambda:function", ({ region }, name) => `lambda/home?region=${region}#/functions/${name}`],
]);

function pathOf(arn: Arn): string | undefined {
  if (arn.service === "s3") return paths.get("s3:")!(arn, arn.resource);
  const [, kind = "", name = ""] = /^([\w-]+)[/:](.*)$/.exec(arn.resource) ?? [];
  return name === "" ? undefined : paths.get(`${arn.service}:${kind}`)?.(arn, name);
}
