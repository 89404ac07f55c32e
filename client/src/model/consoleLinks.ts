import { familyAndRevision } from "./arn.ts";

/** Hosts of the console by partition: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html */
const hosts: ReadonlyMap<string, (region: string) => string> = new Map([
  ["aws", (region: string) => `${region}.console.aws.amazon.com`],
  ["aws-cn", () => "console.amazonaws.cn"],
  ["aws-us-gov", () => "console.amazonaws-us-gov.com"],
]);

/** The page of a resource in the AWS console; undefined for kinds and partitions whose pages are not known. */
export function consoleLink(arn: string): string | undefined {
  const [, partition = "", service = "", region = "", , ...resource] = arn.split(":");
  const host = hosts.get(partition)?.(region || "us-east-1");
  const page = pages.get(service)?.(resource.join(":"), region);
  return host === undefined || page === undefined ? undefined : `https://${host}/${page}`;
}

/** The partition of a region, which its name tells. */
export function partitionOf(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

const pages: ReadonlyMap<string, (resource: string, region: string) => string | undefined> = new Map([
  ["ecs", ecsPage],
  ["iam", (resource: string) => `iam/home#/roles/details/${resource.slice(resource.lastIndexOf("/") + 1)}`],
  [
    "logs",
    (resource: string, region: string) =>
      `cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${logGroupPath(resource)}`,
  ],
  ["ec2", (resource: string, region: string) => ec2Page(resource, region)],
  [
    "elasticloadbalancing",
    (resource: string, region: string) =>
      `ec2/home?region=${region}#TargetGroups:search=${resource.split("/")[1] ?? ""}`,
  ],
]);

function ecsPage(resource: string, region: string): string | undefined {
  const [kind, cluster = "", id = ""] = resource.split("/");
  const within = `ecs/v2/clusters/${cluster}`;
  switch (kind) {
    case "cluster":
      return `${within}/services?region=${region}`;
    case "service":
      return `${within}/services/${id}/health?region=${region}`;
    case "task":
      return `${within}/tasks/${id}/configuration?region=${region}`;
    case "container-instance":
      return `${within}/infrastructure/container-instances/${id}?region=${region}`;
    case "task-definition": {
      const { family, revision } = familyAndRevision(resource);
      return `ecs/v2/task-definitions/${family}/${revision}/containers?region=${region}`;
    }
    default:
      return undefined;
  }
}

function ec2Page(resource: string, region: string): string | undefined {
  const [kind, id = ""] = resource.split("/");
  const lists: Readonly<Record<string, string>> = {
    "security-group": "SecurityGroup:groupId",
    subnet: "SubnetDetails:subnetId",
  };
  const list = lists[kind ?? ""];
  return list && `${kind === "subnet" ? "vpcconsole" : "ec2"}/home?region=${region}#${list}=${id}`;
}

/** The console writes the name of a log group in its own escape: a URL escape whose percent sign is `$25`. */
function logGroupPath(resource: string): string {
  return encodeURIComponent(resource.replace(/^log-group:/, "").replace(/:\*$/, "")).replaceAll("%", "$25");
}
